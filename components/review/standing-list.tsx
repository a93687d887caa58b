import { Instant } from '@/components/ui/instant';
import type { DecisionView, StandingView } from '@/lib/services/review/review-views';
import { StandingMark } from './standing-mark';
import { VoidReasonView } from './void-reason-view';

/** Each required signature: who gave it and when, why it fell, why it was refused. */
export function StandingList({ standings }: { standings: readonly StandingView[] }) {
  return (
    <ul className="flex flex-col gap-2" aria-label="Signatures">
      {standings.map((standing) => (
        <li key={standing.capacity} className="flex flex-col gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <StandingMark standing={standing} />
            {standing.decision ? <DecisionLine decision={standing.decision} /> : null}
            {standing.required ? null : <span className="text-muted text-sm">not asked for</span>}
          </span>
          {standing.decision?.reason ? (
            <blockquote className="border-line-strong border-l-2 pl-2">{standing.decision.reason}</blockquote>
          ) : null}
          {standing.decision?.fell ? <VoidReasonView reason={standing.decision.fell} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** "Lee Risk in the place of Ada Abbott, Jul 1, 2026, 10:00 am ET" */
export function DecisionLine({ decision }: { decision: DecisionView }) {
  return (
    <span className="text-muted text-sm">
      {decision.member}
      {decision.onBehalfOf ? ` in the place of ${decision.onBehalfOf}` : ''}, <Instant iso={decision.at} />
    </span>
  );
}
