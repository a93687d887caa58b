import type { FactRow } from '@/lib/request/facts-of';
import { SourceList } from './source-list';
import { StandingBadge } from './standing-badge';

/** The facts of a request, each with how well it is known and where it was read. */
export function FactList({ facts }: { facts: readonly FactRow[] }) {
  return (
    <dl className="divide-y divide-line rounded-md border border-line">
      {facts.map((fact) => (
        <div key={fact.label} className="grid gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
          <dt className="text-muted">{fact.label}</dt>
          <dd className="min-w-0">
            {fact.value === null ? <span className="text-faint">—</span> : <span className="figures break-words">{fact.value}</span>}
            {fact.note ? <p className="text-muted text-sm">{fact.note}</p> : null}
            <SourceList sources={fact.sources} />
          </dd>
          <dd>
            <StandingBadge standing={fact.standing} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
