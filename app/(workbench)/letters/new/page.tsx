import { NewLetterForm } from '@/components/letter/new-letter-form';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canCreateLetter } from '@/lib/policies/letter';
import { listRequests } from '@/lib/services/request/list-requests';

export const metadata = { title: 'New letter' };

export default async function NewLetterPage({ searchParams }: { searchParams: Promise<{ request?: string }> }) {
  const ctx = await currentContext();
  const create = canCreateLetter(ctx.actor);
  const requests = await listRequests(ctx);
  const { request } = await searchParams;
  return (
    <Page title="New letter" width="text" breadcrumbs={[{ label: 'Letters', href: '/letters' }]}>
      {!create.allowed ? (
        <Notice tone="amber" title="You cannot start a letter">
          {create.reason}
        </Notice>
      ) : requests.length === 0 ? (
        <EmptyState title="Import a request first" action={<ButtonLink href="/requests">Requests</ButtonLink>}>
          A letter answers a request for comment. Import its official text, and its questions become the outline of the letter.
        </EmptyState>
      ) : (
        <NewLetterForm
          preselected={requests.find((item) => item.id === request)?.latestVersionId ?? null}
          requests={requests.map((item) => ({
            versionId: item.latestVersionId,
            title: item.title,
            hint: `${item.questionCount} questions, version ${item.latestVersionNumber}${item.citation ? `, ${item.citation}` : ''}`,
          }))}
        />
      )}
    </Page>
  );
}
