import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CatalogueEntry } from '@/components/request/catalogue-entry';
import { ImportRequest } from '@/components/request/import-request';
import { Page } from '@/components/ui/page';
import { SplitPane } from '@/components/ui/split-pane';
import { currentContext } from '@/lib/auth/current-context';
import { canImportRequest } from '@/lib/policies/request';
import { catalogueRequest } from '@/lib/request/catalogue/catalogue';
import { listRequests } from '@/lib/services/request/list-requests';

export const metadata: Metadata = { title: 'Known request' };

export default async function CataloguePage({ params }: { params: Promise<{ key: string }> }) {
  const ctx = await currentContext();
  const entry = catalogueRequest((await params).key);
  if (!entry) notFound();
  const imported = (await listRequests(ctx)).find(({ catalogueKey }) => catalogueKey === entry.key);
  const allowed = canImportRequest(ctx.actor);
  return (
    <SplitPane
      rightLabel="Import"
      right={
        <div className="flex flex-col gap-3 px-5 py-5">
          <h2 className="font-semibold text-md">{imported ? 'Import a newer version' : 'Import the official text'}</h2>
          {imported ? (
            <p>
              It is imported:{' '}
              <Link href={`/requests/${imported.id}`} className="font-medium text-accent-ink hover:underline">
                version {imported.latestVersionNumber} with {imported.questionCount} questions
              </Link>
            </p>
          ) : null}
          <ImportRequest catalogueKey={entry.key} disabledReason={allowed.allowed ? null : allowed.reason} />
        </div>
      }
    >
      <Page title={entry.name} width="full" breadcrumbs={[{ label: 'Requests', href: '/requests' }]} description={entry.description}>
        <CatalogueEntry entry={entry} />
      </Page>
    </SplitPane>
  );
}
