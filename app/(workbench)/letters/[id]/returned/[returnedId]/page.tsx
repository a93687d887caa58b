import { ReferencesProvider } from '@/components/citations/references-provider';
import { LetterNewsProvider } from '@/components/live/letter-news';
import { foundByWords } from '@/components/returned/found-by-words';
import { ReturnedFile } from '@/components/returned/returned-file';
import { counted } from '@/components/returned/returned-list';
import { SuggestionsProvider } from '@/components/suggestions/suggestions-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { getLetter } from '@/lib/services/letter/get-letter';
import { readReturned } from '@/lib/services/returned/read-returned';

export const metadata = { title: 'Returned file' };

export default async function ReturnedFilePage({ params }: { params: Promise<{ id: string; returnedId: string }> }) {
  const ctx = await currentContext();
  const { id, returnedId } = await params;
  const letter = await pageOf(getLetter(ctx, pageId(id)));
  const returned = await pageOf(readReturned(ctx, letter.id, pageId(returnedId)));
  const comments = returned.threads + returned.replies;
  return (
    <Page
      title={<span className="break-all">{returned.fileName}</span>}
      width="text"
      description={
        <>
          {foundByWords(returned.foundBy, returned.versionNumber)} Nothing of it is in the letter until somebody accepts it.
          {comments > 0 ? ` ${counted(comments, 'comment')} came with it, to be read beside the letter.` : ''}
        </>
      }
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: letter.title, href: `/letters/${letter.id}` },
        { label: 'Returned files', href: `/letters/${letter.id}/returned` },
      ]}
      actions={<ButtonLink href={`/letters/${letter.id}?panel=suggestions`}>Open the letter</ButtonLink>}
    >
      <LetterNewsProvider letterId={letter.id}>
        <SuggestionsProvider letterId={letter.id} memberId={ctx.actor.memberId}>
          <ReferencesProvider letterId={letter.id} sections={letter.sections} editable={false}>
            <ReturnedFile
              letterId={letter.id}
              returned={returned}
              sections={letter.sections.map((own) => ({ id: own.id, title: own.title }))}
            />
          </ReferencesProvider>
        </SuggestionsProvider>
      </LetterNewsProvider>
    </Page>
  );
}
