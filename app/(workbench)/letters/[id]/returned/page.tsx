import { ReceiveFile } from '@/components/returned/receive-file';
import { ReturnedList } from '@/components/returned/returned-list';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { findLetter } from '@/lib/services/letter/find-letter';
import { listReturned } from '@/lib/services/returned/list-returned';

export const metadata = { title: 'Returned files' };

export default async function ReturnedPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const letter = await pageOf(findLetter(ctx.db, ctx.actor.firmId, pageId((await params).id)));
  const { files, right } = await listReturned(ctx, letter.id);
  return (
    <Page
      title="Returned files"
      width="text"
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: letter.title, href: `/letters/${letter.id}` },
      ]}
      actions={
        <>
          <ButtonLink href="/letters/verify">Verify a file</ButtonLink>
          <ButtonLink href={`/letters/${letter.id}`}>Open the letter</ButtonLink>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <ReceiveFile letterId={letter.id} right={right} />
        <ReturnedList letterId={letter.id} files={files} />
      </div>
    </Page>
  );
}
