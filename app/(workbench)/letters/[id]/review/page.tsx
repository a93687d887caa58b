import { LetterNewsProvider } from '@/components/live/letter-news';
import { LetterReview } from '@/components/review/letter-review';
import { currentContext } from '@/lib/auth/current-context';
import { isId } from '@/lib/core/ids';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
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
  const { section } = await searchParams;
  return (
    <LetterNewsProvider letterId={id}>
      <LetterReview letter={review} initialSection={section && isId(section) ? section : null} />
    </LetterNewsProvider>
  );
}
