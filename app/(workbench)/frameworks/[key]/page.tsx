import type { Metadata } from 'next';
import Link from 'next/link';
import { CopyFramework } from '@/components/framework/copy-framework';
import { LegView } from '@/components/framework/leg-view';
import { methodChoices } from '@/components/framework/method-choice';
import { NeedsLine } from '@/components/framework/needs-line';
import { RemoveFramework } from '@/components/framework/remove-framework';
import { CitationMark } from '@/components/margin/citation-mark';
import { Hash } from '@/components/portfolio/hash';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { pageOf } from '@/lib/http/page-of';
import { METHODS } from '@/lib/margin/methods/method-registry';
import { canEditFramework, canReadFramework } from '@/lib/policies/framework';
import { getFramework } from '@/lib/services/framework/get-framework';

export const metadata: Metadata = { title: 'Framework' };

export default async function FrameworkPage({ params }: { params: Promise<{ key: string }> }) {
  const ctx = await currentContext();
  const breadcrumbs = [{ label: 'Frameworks', href: '/frameworks' }];
  const read = canReadFramework(ctx.actor);
  if (!read.allowed) {
    return (
      <Page title="Framework" breadcrumbs={breadcrumbs}>
        <Notice title={read.reason} />
      </Page>
    );
  }
  const { framework, contentHash, own, analyses } = await pageOf(getFramework(ctx, { key: (await params).key }));
  const edit = canEditFramework(ctx.actor);
  const reason = edit.allowed ? null : edit.reason;
  const methods = methodChoices(METHODS);
  const inUse = analyses[0] ? `The analysis “${analyses[0].name}” uses it. Change the analysis first.` : null;
  return (
    <Page
      title={framework.name}
      breadcrumbs={breadcrumbs}
      width="text"
      marks={own ? <Badge tone="accent">of this firm</Badge> : <Badge>built in, read-only</Badge>}
      description={framework.description}
      actions={
        <>
          <CopyFramework frameworkId={framework.id} name="" disabledReason={reason} />
          {own && edit.allowed ? (
            <ButtonLink href={`/frameworks/${framework.id}/edit`} variant="primary">
              Edit
            </ButtonLink>
          ) : null}
          {own ? <RemoveFramework frameworkId={framework.id} name={framework.name} disabledReason={reason ?? inUse} /> : null}
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <p className="text-muted text-sm">
          <code>{framework.id}</code> · content hash <Hash value={contentHash} />
          {framework.effective ? ` · effective ${framework.effective}` : ''}
          {own ? (
            <>
              {own.basedOn ? (
                <>
                  {' '}
                  · copied from{' '}
                  <Link href={`/frameworks/${own.basedOn}`} className="underline underline-offset-2">
                    {own.basedOn}
                  </Link>
                </>
              ) : null}{' '}
              · made by {own.createdBy} on <Instant iso={own.createdAt} /> · last changed by {own.updatedBy} on{' '}
              <Instant iso={own.updatedAt} />
            </>
          ) : null}{' '}
          ·{' '}
          <a href={`/api/frameworks/${framework.id}/file`} download className="text-accent-ink underline underline-offset-2">
            Export as a file
          </a>
        </p>
        <section>
          <h2 className="mb-1 font-semibold text-lg tracking-tight">What it needs</h2>
          <p>
            <NeedsLine framework={framework} />
          </p>
          {framework.constraints.length > 0 ? (
            <ul className="mt-2 list-disc pl-5">
              {framework.constraints.map((constraint) => (
                <li key={constraint}>{constraint}</li>
              ))}
            </ul>
          ) : (
            <p className="text-muted">It states no change of law that it would need.</p>
          )}
        </section>
        <section>
          <h2 className="mb-1 font-semibold text-lg tracking-tight">Legs</h2>
          <p className="mb-2 text-muted">A position goes to the first leg that takes it.</p>
          <ol className="flex flex-col gap-3">
            {framework.legs.map((leg, index) => (
              <LegView key={leg.id} leg={leg} number={index + 1} methods={methods} />
            ))}
          </ol>
        </section>
        {framework.citations.length > 0 ? (
          <section>
            <h2 className="mb-1 font-semibold text-lg tracking-tight">Rules</h2>
            <ul>
              {framework.citations.map((citation) => (
                <li key={citation.paragraph}>
                  <CitationMark citation={citation} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {analyses.length > 0 ? (
          <section>
            <h2 className="mb-1 font-semibold text-lg tracking-tight">Used by</h2>
            <ul>
              {analyses.map(({ id, name }) => (
                <li key={id}>
                  <Link href={`/analyses/${id}`} className="underline underline-offset-2">
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Page>
  );
}
