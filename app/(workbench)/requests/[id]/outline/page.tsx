import type { Metadata } from 'next';
import { OutlineEditor } from '@/components/request/outline-editor';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { canCorrectOutline } from '@/lib/policies/request';
import { readRequestPage } from '../read-request-page';

export const metadata: Metadata = { title: 'Correct the outline' };

export default async function OutlinePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const { request, version } = await readRequestPage(ctx, pageId((await params).id), null);
  const decision = canCorrectOutline(ctx.actor);
  return (
    <Page
      title="Correct the outline"
      width="full"
      breadcrumbs={[
        { label: 'Requests', href: '/requests' },
        { label: request.title, href: `/requests/${request.id}` },
      ]}
      description={`What the reader took for headings and questions in version ${version.number}. Saving makes a new version; this one stays as it is.`}
    >
      {decision.allowed ? (
        <OutlineEditor requestId={request.id} versionId={version.id} document={version.document} />
      ) : (
        <Notice tone="amber" title="You may look at the outline, not change it">
          {decision.reason}
        </Notice>
      )}
    </Page>
  );
}
