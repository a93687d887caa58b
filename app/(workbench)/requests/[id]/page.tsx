import type { Metadata } from 'next';
import { FactList } from '@/components/request/fact-list';
import { ImportWarnings } from '@/components/request/import-warnings';
import { RequestSections } from '@/components/request/request-sections';
import { RequestSidebar } from '@/components/request/request-sidebar';
import { SectionOutline } from '@/components/request/section-outline';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/ui/page';
import { SplitPane } from '@/components/ui/split-pane';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { canCreateLetter } from '@/lib/policies/letter';
import { canCorrectOutline, canImportRequest } from '@/lib/policies/request';
import { catalogueRequest } from '@/lib/request/catalogue/catalogue';
import { factsOf } from '@/lib/request/facts-of';
import { readRequestPage } from './read-request-page';

export const metadata: Metadata = { title: 'Request' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
}

export default async function RequestPage({ params, searchParams }: PageProps) {
  const ctx = await currentContext();
  const { version: asked } = await searchParams;
  const { request, version } = await readRequestPage(ctx, pageId((await params).id), typeof asked === 'string' ? asked : null);
  const { document } = version;
  const newest = request.versions[0]?.id === version.id;
  const mayImport = canImportRequest(ctx.actor);
  return (
    <SplitPane
      left={<SectionOutline document={document} />}
      leftLabel="Outline of the release"
      right={<RequestSidebar request={request} shownId={version.id} importReason={mayImport.allowed ? null : mayImport.reason} />}
      rightLabel="Versions, letters and import"
    >
      <Page
        title={request.title}
        width="full"
        breadcrumbs={[{ label: 'Requests', href: '/requests' }]}
        description={newest ? `Version ${version.number}, the latest.` : `Version ${version.number}. A newer one exists.`}
        actions={
          <>
            {newest && canCorrectOutline(ctx.actor).allowed ? (
              <ButtonLink href={`/requests/${request.id}/outline`}>Correct the outline</ButtonLink>
            ) : null}
            {canCreateLetter(ctx.actor).allowed ? (
              <ButtonLink variant="primary" href={`/letters/new?request=${request.id}&version=${version.id}`}>
                Start a letter
              </ButtonLink>
            ) : null}
          </>
        }
      >
        <div className="flex flex-col gap-6">
          <ImportWarnings warnings={document.warnings} />
          <FactList
            facts={factsOf(document, catalogueRequest(request.catalogueKey ?? ''))}
            file={document.source.fileName ?? 'the imported file'}
          />
          <RequestSections document={document} />
        </div>
      </Page>
    </SplitPane>
  );
}
