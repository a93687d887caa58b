import type { Metadata } from 'next';
import Link from 'next/link';
import { CopyFramework } from '@/components/framework/copy-framework';
import { ImportFramework } from '@/components/framework/import-framework';
import { NeedsLine } from '@/components/framework/needs-line';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { canEditFramework, canReadFramework } from '@/lib/policies/framework';
import { listFrameworks } from '@/lib/services/framework/list-frameworks';

export const metadata: Metadata = { title: 'Frameworks' };

export default async function FrameworksPage() {
  const ctx = await currentContext();
  const read = canReadFramework(ctx.actor);
  if (!read.allowed) {
    return (
      <Page title="Frameworks">
        <Notice title={read.reason} />
      </Page>
    );
  }
  const edit = canEditFramework(ctx.actor);
  const reason = edit.allowed ? null : edit.reason;
  const frameworks = await listFrameworks(ctx);
  const own = frameworks.filter(({ builtIn }) => !builtIn);
  return (
    <Page
      title="Frameworks"
      description="How a whole portfolio is margined: which rule takes which positions, what nets, which method computes. Data, not code: copy one and change it."
      actions={<ImportFramework disabledReason={reason} />}
    >
      <div className="flex max-w-4xl flex-col gap-8">
        {own.length > 0 ? <Group title="Of this firm" frameworks={own} reason={reason} /> : null}
        <Group title="Built in" frameworks={frameworks.filter(({ builtIn }) => builtIn)} reason={reason} />
      </div>
    </Page>
  );
}

function Group({ title, frameworks, reason }: { title: string; frameworks: readonly Framework[]; reason: string | null }) {
  return (
    <section>
      <h2 className="mb-2 font-semibold text-lg tracking-tight">{title}</h2>
      <ul className="flex flex-col gap-3">
        {frameworks.map((framework) => (
          <li key={framework.id} className="rounded-lg border border-line px-4 py-3">
            <div className="flex flex-wrap items-start justify-between gap-3">
              <h3 className="font-semibold">
                <Link href={`/frameworks/${framework.id}`} className="underline-offset-2 hover:underline">
                  {framework.name}
                </Link>
              </h3>
              <CopyFramework frameworkId={framework.id} name={framework.name} disabledReason={reason} />
            </div>
            <p className="max-w-2xl">{framework.description}</p>
            <p className="mt-1 text-muted text-sm">
              {framework.legs.length} {framework.legs.length === 1 ? 'leg' : 'legs'} · <NeedsLine framework={framework} />
            </p>
            <LawLine constraints={framework.constraints} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LawLine({ constraints }: { constraints: readonly string[] }) {
  if (constraints.length === 0)
    return (
      <p className="mt-1 text-sm">
        <Badge tone="green">law as it is</Badge> It states no change of law that it would need.
      </p>
    );
  return (
    <div className="mt-1 text-sm">
      <Badge tone="amber">needs a rule or an order</Badge>
      <ul className="mt-1 max-w-2xl list-disc pl-4">
        {constraints.map((constraint) => (
          <li key={constraint}>{constraint}</li>
        ))}
      </ul>
    </div>
  );
}
