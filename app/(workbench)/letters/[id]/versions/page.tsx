import { LetterNewsProvider } from '@/components/live/letter-news';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/ui/page';
import { VersionsPanel } from '@/components/versions/versions-panel';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { getLetter } from '@/lib/services/letter/get-letter';

export const metadata = { title: 'Versions' };

export default async function VersionsPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const letter = await pageOf(getLetter(ctx, pageId((await params).id)));
  return (
    <Page
      title="Versions"
      width="text"
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: letter.title, href: `/letters/${letter.id}` },
      ]}
      actions={<ButtonLink href={`/letters/${letter.id}`}>Open the letter</ButtonLink>}
    >
      <LetterNewsProvider letterId={letter.id}>
        <VersionsPanel letterId={letter.id} sections={letter.sections.map(({ id, title }) => ({ id, title }))} />
      </LetterNewsProvider>
    </Page>
  );
}
