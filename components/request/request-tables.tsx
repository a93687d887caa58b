import Link from 'next/link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { longDate } from '@/lib/core/long-date';
import type { CatalogueRequest } from '@/lib/request/catalogue/catalogue-request';
import type { RequestListItem } from '@/lib/services/request/list-requests';
import { StandingBadge } from './standing-badge';

interface RequestTablesProps {
  requests: readonly RequestListItem[];
  catalogue: readonly CatalogueRequest[];
}

const LINK = 'font-medium text-accent-ink hover:underline';

/** The imported requests, and below them the catalogue with what is known of each before its import. */
export function RequestTables({ requests, catalogue }: RequestTablesProps) {
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="imported">
        <h2 id="imported" className="mb-2 font-semibold text-md">
          Imported
        </h2>
        {requests.length === 0 ? (
          <EmptyState title="No request is imported yet">
            Import the official text of a request, as a file or by its document number. Its questions become the outline of a letter.
          </EmptyState>
        ) : (
          <ImportedTable requests={requests} />
        )}
      </section>
      <section aria-labelledby="catalogue">
        <h2 id="catalogue" className="mb-1 font-semibold text-md">
          Known requests
        </h2>
        <p className="mb-2 max-w-prose text-muted">
          Three joint requests that are easily confused. What is not known stays empty until the official text is imported.
        </p>
        <CatalogueTable catalogue={catalogue} requests={requests} />
      </section>
    </div>
  );
}

function ImportedTable({ requests }: { requests: readonly RequestListItem[] }) {
  return (
    <DataTable
      caption="Imported requests"
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: 'Request',
          render: (request) => (
            <Link href={`/requests/${request.id}`} className={LINK}>
              {request.title}
            </Link>
          ),
        },
        { key: 'citation', label: 'Citation', className: 'whitespace-nowrap', render: ({ citation }) => citation ?? <Unknown /> },
        {
          key: 'commentsClose',
          label: 'Comments due',
          className: 'whitespace-nowrap',
          render: ({ commentsClose }) => (commentsClose ? longDate(commentsClose) : <Unknown />),
        },
        { key: 'questionCount', label: 'Questions', align: 'right' },
        { key: 'versionCount', label: 'Versions', align: 'right' },
        {
          key: 'letterCount',
          label: 'Letters',
          align: 'right',
          render: ({ id, letterCount }) =>
            letterCount > 0 ? (
              <Link href={`/letters?request=${id}`} className={LINK}>
                {letterCount}
              </Link>
            ) : (
              0
            ),
        },
      ]}
    />
  );
}

function CatalogueTable({ catalogue, requests }: RequestTablesProps) {
  return (
    <DataTable
      caption="Requests of the catalogue"
      rows={catalogue}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'name',
          label: 'Request, in our words',
          render: (entry) => {
            const imported = requests.find(({ catalogueKey }) => catalogueKey === entry.key);
            return (
              <>
                <Link href={`/requests/catalogue/${entry.key}`} className={LINK}>
                  {entry.name}
                </Link>
                {imported ? <p className="text-muted text-sm">imported</p> : null}
              </>
            );
          },
        },
        {
          key: 'issued',
          label: 'Issued or published',
          render: ({ issued, published }) => <DateFact fact={issued.value ? issued : published} />,
        },
        {
          key: 'citation',
          label: 'Citation',
          render: ({ citation }) => (
            <span className="flex flex-col items-start gap-0.5">
              {citation.value ? <span className="whitespace-nowrap">{citation.value}</span> : null}
              <StandingBadge standing={citation.standing} />
            </span>
          ),
        },
        { key: 'commentsClose', label: 'Comments due', render: ({ commentsClose }) => <DateFact fact={commentsClose} /> },
      ]}
    />
  );
}

function DateFact({ fact }: { fact: CatalogueRequest['published'] }) {
  return (
    <span className="flex flex-col items-start gap-0.5">
      {fact.value ? <span className="whitespace-nowrap">{longDate(fact.value)}</span> : null}
      <StandingBadge standing={fact.standing} />
    </span>
  );
}

function Unknown() {
  return <span className="text-faint">not stated</span>;
}
