import { AGENCY_FILLS } from '@/components/margin/agency-name';
import type { Agency, Regime } from '@/lib/margin/classification/regime';
import { regimeGroup } from '@/lib/margin/report/group-labels';

/** A regime by its name, with its agency's hue before it; an undetermined one has a hollow mark. */
export function RegimeMark({ regime, agency }: { regime: Regime; agency: Agency }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <svg aria-hidden="true" width="9" height="9" className="shrink-0">
        {agency === 'none' ? (
          <rect x="0.5" y="0.5" width="8" height="8" rx="1.5" className="fill-none stroke-amber" />
        ) : (
          <rect width="9" height="9" rx="2" className={AGENCY_FILLS[agency]} />
        )}
      </svg>
      <span className={agency === 'none' ? 'font-medium text-amber' : ''}>{regimeGroup(regime).label}</span>
    </span>
  );
}
