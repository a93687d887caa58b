import type { Prisma } from '@/lib/generated/prisma/client';
import { canReadAnalysis } from '@/lib/policies/analysis';
import type { AuditEvent, AuditEventType } from '@/lib/review/audit/audit-event';
import type { ServiceContext } from '../context/service-context';
import { type ActivitySubjects, activityLine } from './activity-line';

/** What everybody in the firm may read of the log: work on letters and their evidence. Nothing about members, sessions and settings. */
const WORK: readonly AuditEventType[] = [
  'request.imported',
  'request.outline-corrected',
  'letter.created',
  'letter.snapshot-taken',
  'letter.version-restored',
  'letter.exported',
  'section.added',
  'section.text-edited',
  'section.figure-accepted',
  'section.state-changed',
  'sign-off.signed',
  'sign-off.refused',
];

/** The same for what shows positions and results. */
const EVIDENCE: readonly AuditEventType[] = [
  'portfolio.imported',
  'parameters.loaded',
  'framework.created',
  'framework.changed',
  'analysis.created',
  'analysis.changed',
  'run.finished',
  'run.withdrawn',
  'figure.published',
  'figure.withdrawn',
];

const READ = 80;

/** One thing that somebody did, as a sentence: "Ada Lindqvist" + "published “Saving share” from run 2". */
export interface Activity {
  readonly sequence: string;
  readonly at: string;
  readonly actor: string;
  readonly text: string;
  readonly href: string | null;
}

/** The newest `limit` acts that the member may read of; the same act many times in a row stands once. */
export async function listActivity(ctx: ServiceContext, limit: number): Promise<Activity[]> {
  const { firmId } = ctx.actor;
  const types = canReadAnalysis(ctx.actor).allowed ? [...WORK, ...EVIDENCE] : WORK;
  const rows = await ctx.db.auditEvent.findMany({ where: { firmId, type: { in: [...types] } }, orderBy: { sequence: 'desc' }, take: READ });
  const events = rows.map(
    (row) => ({ type: row.type, subject: { type: row.subjectType, id: row.subjectId }, data: row.data }) as unknown as AuditEvent,
  );
  const subjects = await readSubjects(ctx.db, firmId, events);
  const activities: Activity[] = [];
  for (const [index, row] of rows.entries()) {
    const event = events[index];
    const line = event ? activityLine(event, subjects) : null;
    const before = activities.at(-1);
    if (!line || (before?.actor === row.actorName && before.text === line.text)) continue;
    activities.push({ sequence: row.sequence.toString(), at: row.at.toISOString(), actor: row.actorName, ...line });
    if (activities.length === limit) break;
  }
  return activities;
}

/** The names of what the events speak of, as they are now. */
async function readSubjects(db: Prisma.TransactionClient, firmId: string, events: readonly AuditEvent[]): Promise<ActivitySubjects> {
  const letterIds = events.flatMap((event) => {
    if (event.subject.type === 'letter') return [event.subject.id];
    return 'letterId' in event.data ? [event.data.letterId] : [];
  });
  const analysisIds = events.flatMap((event) => ('analysisId' in event.data ? [event.data.analysisId] : []));
  const [letters, sections, analyses] = await Promise.all([
    db.letter.findMany({ where: { firmId, id: { in: letterIds } }, select: { id: true, title: true } }),
    db.section.findMany({ where: { firmId, letterId: { in: letterIds } }, select: { id: true, title: true } }),
    db.analysis.findMany({ where: { firmId, id: { in: analysisIds } }, select: { id: true, name: true } }),
  ]);
  return {
    letters: new Map(letters.map(({ id, title }) => [id, title])),
    sections: new Map(sections.map(({ id, title }) => [id, title])),
    analyses: new Map(analyses.map(({ id, name }) => [id, name])),
  };
}
