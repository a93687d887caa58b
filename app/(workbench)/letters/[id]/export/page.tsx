import { ExportPanel } from '@/components/letter/export-panel';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { canExportLetter } from '@/lib/policies/letter';
import { listExports } from '@/lib/services/export/list-exports';
import { checkLetter } from '@/lib/services/letter/check-letter';
import { findLetter } from '@/lib/services/letter/find-letter';

export const metadata = { title: 'Export' };

export default async function ExportPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const id = pageId((await params).id);
  const letter = await pageOf(findLetter(ctx.db, ctx.actor.firmId, id));
  const [findings, exports] = await Promise.all([checkLetter(ctx, id), listExports(ctx, id)]);
  return (
    <Page
      title="Export"
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: letter.title, href: `/letters/${id}` },
      ]}
      actions={<ButtonLink href={`/letters/${id}`}>Open the letter</ButtonLink>}
    >
      <ExportPanel letterId={id} findings={findings} exports={exports} right={canExportLetter(ctx.actor)} />
    </Page>
  );
}
