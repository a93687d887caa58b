import type { FactRow } from '@/lib/request/facts-of';
import { SourceList } from './source-list';
import { StandingBadge } from './standing-badge';

interface FactListProps {
  facts: readonly FactRow[];
  /** The imported file: named once above the facts instead of at each. */
  file?: string | null;
}

/** The facts of a request, each with how well it is known and where it was read. */
export function FactList({ facts, file = null }: FactListProps) {
  return (
    <section aria-label="Facts">
      {file ? (
        <p className="mb-1 text-muted text-sm">
          Read in <span className="font-medium">{file}</span> unless another source is named.
        </p>
      ) : null}
      <dl className="grid gap-x-8 rounded-md border border-line px-4 py-1 lg:grid-cols-2">
        {facts.map((fact) => (
          <div key={fact.label} className="min-w-0 border-line py-1.5 not-last:border-b">
            <dt className="flex items-baseline justify-between gap-x-3 text-muted text-sm">
              {fact.label}
              <StandingBadge standing={fact.standing} missing={file ? 'not in the file' : undefined} />
            </dt>
            <dd className="figures break-words">{fact.value ?? <span className="text-faint">—</span>}</dd>
            {fact.note ? <dd className="text-muted text-sm">{fact.note}</dd> : null}
            <dd>
              <SourceList sources={fact.sources.filter((source) => source !== file)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
