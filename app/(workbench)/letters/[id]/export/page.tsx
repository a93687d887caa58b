import { ExportDesk } from '@/components/export/export-desk';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { canSeePrivileged } from '@/lib/policies/comment';
import { canExportLetter } from '@/lib/policies/letter';
import { listExports } from '@/lib/services/export/list-exports';
import { redlineVersions } from '@/lib/services/export/redline-versions';
import { checkLetter } from '@/lib/services/letter/check-letter';
import { findLetter } from '@/lib/services/letter/find-letter';
import { listSubmissions } from '@/lib/services/submission/list-submissions';

export const metadata = { title: 'Export' };

export default async function ExportPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentContext();
  const id = pageId((await params).id);
  const letter = await pageOf(findLetter(ctx.db, ctx.actor.firmId, id));
  const [findings, exports, versions, submissions] = await Promise.all([
    checkLetter(ctx, id),
    listExports(ctx, id),
    redlineVersions(ctx, id),
    listSubmissions(ctx, id),
  ]);
  return (
    <Page
      title="Export"
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: letter.title, href: `/letters/${id}` },
      ]}
      actions={<ButtonLink href={`/letters/${id}`}>Open the letter</ButtonLink>}
    >
      <ExportDesk
        letterId={id}
        findings={findings}
        exports={exports}
        versions={versions}
        submissions={submissions}
        right={canExportLetter(ctx.actor)}
        privileged={canSeePrivileged(ctx.actor)}
      />
    </Page>
  );
}
