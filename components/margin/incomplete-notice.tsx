import { Notice } from '@/components/ui/notice';
import type { FrameworkReport } from '@/lib/margin/report/run-report';

const SHOWN = 5;

/** What totals leave out: each reason with the positions concerned. Nothing where all totals are complete. */
export function IncompleteNotice({ frameworks }: { frameworks: readonly FrameworkReport[] }) {
  const incomplete = frameworks.filter((framework) => !framework.complete);
  if (incomplete.length === 0) return null;
  return (
    <Notice tone="amber" title="Some totals are incomplete: they leave out what has no amount">
      <ul className="mt-1 flex flex-col gap-2">
        {incomplete.map((framework) => (
          <li key={framework.framework}>
            <span className="font-medium text-ink">{framework.name}</span>
            <ul className="list-disc pl-4">
              {framework.failures.slice(0, SHOWN).map((failure) => (
                <li key={`${failure.reason}-${failure.message}`}>
                  {failure.message}
                  {failure.positionIds.length > 0 ? (
                    <span className="text-faint">
                      {' '}
                      Positions: {failure.positionIds.slice(0, SHOWN).join(', ')}
                      {failure.positionIds.length > SHOWN ? ` and ${failure.positionIds.length - SHOWN} more` : ''}.
                    </span>
                  ) : null}
                </li>
              ))}
              {framework.failures.length > SHOWN ? (
                <li>and {framework.failures.length - SHOWN} more reasons, in the derivation below</li>
              ) : null}
            </ul>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
