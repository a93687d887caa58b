import type { AuditEvent } from '@/lib/review/audit/audit-event';

/** Names by id of what events speak of. */
export interface ActivitySubjects {
  readonly letters: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
  readonly analyses: ReadonlyMap<string, string>;
}

export interface ActivityLine {
  /** What was done, to follow the member's name. */
  readonly text: string;
  readonly href: string | null;
}

/** An event of the log as a short sentence without its actor; null for an event that this list does not show. */
export function activityLine(event: AuditEvent, { letters, sections, analyses }: ActivitySubjects): ActivityLine | null {
  const letter = (id: string) => letters.get(id) ?? 'a letter';
  const section = (id: string) => sections.get(id) ?? 'a section';
  const analysis = (id: string) => analyses.get(id) ?? 'an analysis';
  switch (event.type) {
    case 'request.imported':
      return { text: `imported “${event.data.title}”, ${event.data.questions} questions`, href: `/requests/${event.subject.id}` };
    case 'request.outline-corrected':
      return { text: 'corrected the outline of a request', href: `/requests/${event.subject.id}` };
    case 'portfolio.imported':
      return {
        text: `imported the portfolio “${event.data.name}”, ${event.data.positions} positions`,
        href: `/portfolios/${event.subject.id}`,
      };
    case 'parameters.loaded':
      return { text: `loaded the parameters “${event.data.name}”`, href: '/settings/parameters' };
    case 'framework.created':
      return { text: `made the framework “${event.data.name}”`, href: `/frameworks/${event.data.key}` };
    case 'framework.changed':
      return { text: `changed the framework “${event.data.after.name}”`, href: `/frameworks/${event.data.key}` };
    case 'analysis.created':
      return { text: `described the analysis “${event.data.name}”`, href: `/analyses/${event.subject.id}` };
    case 'analysis.changed':
      return { text: `changed the analysis “${event.data.after.name}”`, href: `/analyses/${event.subject.id}` };
    case 'run.finished':
      return {
        text: `ran “${analysis(event.data.analysisId)}”: run ${event.data.number}`,
        href: `/analyses/${event.data.analysisId}/runs/${event.subject.id}`,
      };
    case 'run.withdrawn':
      return {
        text: `withdrew run ${event.data.number} of “${analysis(event.data.analysisId)}”: ${event.data.reason}`,
        href: `/analyses/${event.data.analysisId}/runs/${event.subject.id}`,
      };
    case 'figure.published':
      return {
        text: `published “${event.data.name}” from run ${event.data.runNumber}`,
        href: `/analyses/${event.data.analysisId}/runs/${event.data.runId}`,
      };
    case 'figure.withdrawn':
      return { text: `withdrew the figure “${event.data.name}”: ${event.data.reason}`, href: null };
    case 'letter.created':
      return { text: `started the letter “${event.data.title}”`, href: `/letters/${event.subject.id}` };
    case 'letter.snapshot-taken':
      return { text: `kept version ${event.data.number} of “${letter(event.subject.id)}”`, href: `/letters/${event.subject.id}/versions` };
    case 'letter.version-restored':
      return {
        text: `brought back version ${event.data.number} of “${letter(event.subject.id)}”`,
        href: `/letters/${event.subject.id}/versions/compare?from=${event.data.keptAs}&to=${event.data.newNumber}`,
      };
    case 'letter.exported':
      return { text: `exported “${letter(event.subject.id)}”`, href: `/letters/${event.subject.id}/export` };
    case 'letter.submitted':
      return { text: `filed “${letter(event.subject.id)}” with the ${event.data.agency}`, href: `/letters/${event.subject.id}/export` };
    case 'letter.unfrozen':
      return { text: `opened “${letter(event.subject.id)}” again`, href: `/letters/${event.subject.id}` };
    case 'section.added':
      return { text: `added “${event.data.title}” to “${letter(event.data.letterId)}”`, href: `/letters/${event.data.letterId}` };
    case 'section.text-edited':
      return {
        text: `wrote in “${section(event.subject.id)}” of “${letter(event.data.letterId)}”`,
        href: `/letters/${event.data.letterId}`,
      };
    case 'section.figure-accepted':
      return { text: `accepted a new value in “${section(event.subject.id)}”`, href: `/letters/${event.data.letterId}` };
    case 'section.state-changed':
      return event.data.because === 'sent' || event.data.because === 'reopened'
        ? {
            text: `${event.data.because === 'sent' ? 'sent to review' : 'reopened'} “${section(event.subject.id)}”`,
            href: `/letters/${event.data.letterId}/review?section=${event.subject.id}`,
          }
        : null;
    case 'sign-off.signed':
    case 'sign-off.refused':
      return {
        text: `${event.type === 'sign-off.signed' ? 'signed' : 'refused to sign'} “${section(event.subject.id)}” for ${event.data.capacity}`,
        href: `/letters/${event.data.letterId}/review?section=${event.subject.id}`,
      };
    default:
      return null;
  }
}
