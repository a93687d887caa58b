import type { Metadata } from 'next';
import { FrameworkEditor } from '@/components/framework/framework-editor';
import { methodChoices } from '@/components/framework/method-choice';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageOf } from '@/lib/http/page-of';
import { METHODS } from '@/lib/margin/methods/method-registry';
import { canEditFramework } from '@/lib/policies/framework';
import { getFramework } from '@/lib/services/framework/get-framework';

export const metadata: Metadata = { title: 'Edit a framework' };

export default async function EditFrameworkPage({ params }: { params: Promise<{ key: string }> }) {
  const ctx = await currentContext();
  const { framework, contentHash, own, analyses } = await pageOf(getFramework(ctx, { key: (await params).key }));
  const edit = canEditFramework(ctx.actor);
  const breadcrumbs = [
    { label: 'Frameworks', href: '/frameworks' },
    { label: framework.name, href: `/frameworks/${framework.id}` },
  ];
  if (own === null) {
    return (
      <Page title="Edit a framework" breadcrumbs={breadcrumbs}>
        <Notice title="Built-in frameworks cannot be edited">
          <ButtonLink href={`/frameworks/${framework.id}`}>Read it, and copy it to edit</ButtonLink>
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title="Edit the framework"
      breadcrumbs={breadcrumbs}
      width="text"
      description={
        analyses.length > 0
          ? `${analyses.length === 1 ? 'One analysis uses it; its' : `${analyses.length} analyses use it; their`} figures are marked “source changed” until a newer run.`
          : 'No analysis uses it yet.'
      }
    >
      <FrameworkEditor
        // what was typed belongs to the version that was loaded
        key={contentHash}
        initial={framework}
        contentHash={contentHash}
        methods={methodChoices(METHODS)}
        saveReason={edit.allowed ? null : edit.reason}
      />
    </Page>
  );
}
