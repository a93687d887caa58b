import { CoverageMatrix } from '@/components/letter/coverage-matrix';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { letterCoverage } from '@/lib/services/letter/letter-coverage';

export const metadata = { title: 'Coverage' };

export default async function CoveragePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const id = pageId((await params).id);
  const { letter, rows } = await pageOf(letterCoverage(ctx, id));
  return (
    <Page
      title="Coverage of the questions"
      width="full"
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: letter.title, href: `/letters/${id}` },
      ]}
      actions={<ButtonLink href={`/letters/${id}`}>Open the letter</ButtonLink>}
    >
      {rows.length === 0 ? (
        <EmptyState title="This letter answers no numbered question">
          Its request was imported without questions, or its outline was made by hand.
        </EmptyState>
      ) : (
        <CoverageMatrix
          letterId={id}
          rows={rows}
          members={letter.members}
          setCoverage={letter.rights.setCoverage}
          setOwner={letter.rights.editOutline}
        />
      )}
    </Page>
  );
}
