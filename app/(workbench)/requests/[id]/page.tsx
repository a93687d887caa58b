import type { Metadata } from 'next';
import { FactList } from '@/components/request/fact-list';
import { ImportWarnings } from '@/components/request/import-warnings';
import { RequestPalette } from '@/components/request/request-palette';
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
import { questionsOf } from '@/lib/request/questions-of';
import { readRequestPage } from './read-request-page';

export const metadata: Metadata = { title: 'Request' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[]; text?: string | string[] }>;
}

export default async function RequestPage({ params, searchParams }: PageProps) {
  const ctx = await currentContext();
  const { version: asked, text } = await searchParams;
  const { request, version } = await readRequestPage(ctx, pageId((await params).id), typeof asked === 'string' ? asked : null);
  const { document } = version;
  const newest = request.versions[0]?.id === version.id;
  const mayImport = canImportRequest(ctx.actor);
  const actions = [
    ...(newest && canCorrectOutline(ctx.actor).allowed
      ? [{ label: 'Correct the outline', href: `/requests/${request.id}/outline`, primary: false }]
      : []),
    ...(canCreateLetter(ctx.actor).allowed
      ? [{ label: 'Start a letter', href: `/letters/new?request=${request.id}&version=${version.id}`, primary: true }]
      : []),
  ];
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
        actions={actions.map(({ label, href, primary }) => (
          <ButtonLink key={href} href={href} variant={primary ? 'primary' : 'secondary'}>
            {label}
          </ButtonLink>
        ))}
      >
        <RequestPalette questions={questionsOf(document)} actions={actions} />
        <div className="flex flex-col gap-6">
          <ImportWarnings warnings={document.warnings} />
          <FactList
            facts={factsOf(document, catalogueRequest(request.catalogueKey ?? ''))}
            file={document.source.fileName ?? 'the imported file'}
          />
          <RequestSections
            document={document}
            openText={typeof text === 'string' ? text : null}
            textHref={(section) =>
              `/requests/${request.id}?${new URLSearchParams({ version: version.id, ...(section ? { text: section } : {}) })}`
            }
          />
        </div>
      </Page>
    </SplitPane>
  );
}
