import type { Metadata } from 'next';
import { ImportRequest } from '@/components/request/import-request';
import { RequestTables } from '@/components/request/request-tables';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/ui/page';
import { SplitPane } from '@/components/ui/split-pane';
import { currentContext } from '@/lib/auth/current-context';
import { canImportRequest } from '@/lib/policies/request';
import { CATALOGUE } from '@/lib/request/catalogue/catalogue';
import { listRequests } from '@/lib/services/request/list-requests';

export const metadata: Metadata = { title: 'Requests' };

export default async function RequestsPage() {
  const ctx = await currentContext();
  const requests = await listRequests(ctx);
  const allowed = canImportRequest(ctx.actor);
  return (
    <SplitPane
      rightLabel="Import"
      right={
        <div className="px-5 py-5">
          <h2 className="mb-3 font-semibold text-md">Import a request</h2>
          <ImportRequest disabledReason={allowed.allowed ? null : allowed.reason} />
        </div>
      }
    >
      <Page
        title="Requests"
        width="full"
        description="Requests for comment that the firm has imported, and those that are known before their text is."
        actions={<ButtonLink href="/requests/actions">Timeline of related actions</ButtonLink>}
      >
        <RequestTables requests={requests} catalogue={CATALOGUE} />
      </Page>
    </SplitPane>
  );
}
