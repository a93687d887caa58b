import type { Breakdown } from '@/lib/margin/report/run-report';
import { AGENCY_FILLS, AGENCY_NAMES } from './agency-name';

/** The key to the hues that a chart uses. */
export function AgencyLegend({ agencies }: { agencies: readonly Breakdown['agency'][] }) {
  const shown = [...new Set(agencies)];
  return (
    <ul aria-label="Key" className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
      {shown.map((agency) => (
        <li key={agency} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="10" height="10">
            <rect width="10" height="10" rx="2" className={AGENCY_FILLS[agency]} />
          </svg>
          {AGENCY_NAMES[agency]}
        </li>
      ))}
    </ul>
  );
}
