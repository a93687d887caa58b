import { ReferencesProvider } from '@/components/citations/references-provider';
import { Page } from '@/components/ui/page';
import { AuthorshipView } from '@/components/versions/authorship-view';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { getLetter } from '@/lib/services/letter/get-letter';
import { letterAuthorship } from '@/lib/services/version/letter-authorship';

export const metadata = { title: 'Who wrote this' };

export default async function AuthorsPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const id = pageId((await params).id);
  const authorship = await pageOf(letterAuthorship(ctx, id));
  const { sections } = await pageOf(getLetter(ctx, id));
  return (
    <Page
      title="Who wrote this"
      description="The letter as it stands, each passage with whoever wrote its words. What somebody only made bold or italic stays its writer’s; an accepted suggestion is its author’s."
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: authorship.title, href: `/letters/${id}` },
        { label: 'Versions', href: `/letters/${id}/versions` },
      ]}
    >
      <ReferencesProvider letterId={id} sections={sections} editable={false}>
        <AuthorshipView authorship={authorship} />
      </ReferencesProvider>
    </Page>
  );
}
