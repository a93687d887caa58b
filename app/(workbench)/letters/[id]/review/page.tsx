import { ReferencesProvider } from '@/components/citations/references-provider';
import { LetterNewsProvider } from '@/components/live/letter-news';
import { LetterReview } from '@/components/review/letter-review';
import { currentContext } from '@/lib/auth/current-context';
import { isId } from '@/lib/core/ids';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { getLetter } from '@/lib/services/letter/get-letter';
import { getLetterReview } from '@/lib/services/review/get-letter-review';

export const metadata = { title: 'Review' };

interface ReviewPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ section?: string }>;
}

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const ctx = await currentContext();
  const id = pageId((await params).id);
  const review = await pageOf(getLetterReview(ctx, id));
  const { sections } = await pageOf(getLetter(ctx, id));
  const { section } = await searchParams;
  return (
    <LetterNewsProvider letterId={id}>
      <ReferencesProvider letterId={id} sections={sections} editable={false}>
        <LetterReview letter={review} initialSection={section && isId(section) ? section : null} />
      </ReferencesProvider>
    </LetterNewsProvider>
  );
}
