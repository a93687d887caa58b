import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { ComparisonView } from '@/components/versions/comparison-view';
import { RestoreSection } from '@/components/versions/restore-section';
import { VersionChooser } from '@/components/versions/version-chooser';
import { currentContext } from '@/lib/auth/current-context';
import { AppError } from '@/lib/core/errors';
import { pageId } from '@/lib/http/page-id';
import { pageOf } from '@/lib/http/page-of';
import { findLetter } from '@/lib/services/letter/find-letter';
import { compareVersions, versionChoice } from '@/lib/services/version/compare-versions';
import { listVersions } from '@/lib/services/version/list-versions';

export const metadata = { title: 'Compare versions' };

interface ComparePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string; to?: string; show?: string }>;
}

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const ctx = await currentContext();
  const id = pageId((await params).id);
  const letter = await pageOf(findLetter(ctx.db, ctx.actor.firmId, id));
  const { versions, rights } = await listVersions(ctx, id);
  const asked = await searchParams;
  const from = asked.from ?? String(versions[0]?.number ?? 'now');
  const to = asked.to ?? 'now';
  const path = `/letters/${id}/versions/compare?from=${from}&to=${to}`;
  const compared = await compare(ctx, id, from, to);
  const version = versions.find(({ number }) => String(number) === from);
  return (
    <Page
      title="Compare versions"
      breadcrumbs={[
        { label: 'Letters', href: '/letters' },
        { label: letter.title, href: `/letters/${id}` },
        { label: 'Versions', href: `/letters/${id}/versions` },
      ]}
      actions={<VersionChooser versions={versions} from={from} to={to} />}
    >
      {typeof compared === 'string' ? (
        <Notice tone="red" title="These cannot be compared">
          {compared}
        </Notice>
      ) : (
        <ComparisonView
          {...compared}
          shownId={asked.show ?? null}
          showHref={(sectionId) => `${path}&show=${sectionId}#section-${sectionId}`}
          sectionActions={
            version && to === 'now'
              ? (sectionId) => {
                  const section = compared.before.sections.find((each) => each.id === sectionId);
                  return section ? (
                    <RestoreSection
                      letterId={id}
                      version={version}
                      right={rights.restore}
                      section={{ id: section.id, title: section.title }}
                    />
                  ) : null;
                }
              : undefined
          }
        />
      )}
    </Page>
  );
}

/** The comparison, or the sentence that says why there is none: a damaged version is never shown, but the page that names it is. */
async function compare(ctx: Parameters<typeof compareVersions>[0], letterId: string, from: string, to: string) {
  try {
    return await compareVersions(ctx, letterId, { from: versionChoice(from), to: versionChoice(to) });
  } catch (error) {
    if (error instanceof AppError && ['CHECK_FAILED', 'NOT_FOUND', 'INVALID_INPUT'].includes(error.code)) return error.message;
    throw error;
  }
}
