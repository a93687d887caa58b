import { Notice } from '@/components/ui/notice';
import type { FrameworkReport, ImpactReport } from '@/lib/margin/report/run-report';
import { joinFailures, somePositions } from './join-failures';

const SHOWN = 5;

/** What totals leave out, each reason with the positions concerned, and whether the two sides cover the same. Nothing where all is in them. */
export function IncompleteNotice({ frameworks, impact }: { frameworks: readonly FrameworkReport[]; impact: ImpactReport }) {
  const incomplete = frameworks.filter((framework) => !framework.complete);
  const uneven = impact.onlyInBaseline.length + impact.onlyInAlternative.length;
  if (incomplete.length === 0 && uneven === 0) return null;
  return (
    <Notice
      tone="amber"
      title={
        incomplete.length > 0
          ? 'Some totals are incomplete: they leave out what has no amount'
          : 'The two sides do not cover the same positions'
      }
    >
      {uneven > 0 ? (
        <p>
          The saving is not of like with like: {counted(impact.onlyInBaseline.length)} an amount under the baseline only,{' '}
          {impact.onlyInAlternative.length} under the alternative only.
        </p>
      ) : null}
      <ul className="mt-1 flex flex-col gap-2">
        {incomplete.map((framework) => (
          <li key={framework.framework}>
            <span className="font-medium text-ink">{framework.name}</span>: {framework.covered.toLocaleString('en-US')} of{' '}
            {framework.positions.toLocaleString('en-US')} positions have an amount
            <ul className="list-disc pl-4">
              {joinFailures(framework.failures)
                .slice(0, SHOWN)
                .map((failure) => (
                  <li key={`${failure.reason}-${failure.message}`}>
                    {failure.message}
                    {failure.positionIds.length > 0 ? (
                      <span className="text-muted"> Positions: {somePositions(failure.positionIds, SHOWN)}.</span>
                    ) : null}
                  </li>
                ))}
              {joinFailures(framework.failures).length > SHOWN ? (
                <li>and {joinFailures(framework.failures).length - SHOWN} more reasons, in the derivation below</li>
              ) : null}
            </ul>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function counted(positions: number): string {
  return positions === 1 ? '1 position has' : `${positions.toLocaleString('en-US')} positions have`;
}
