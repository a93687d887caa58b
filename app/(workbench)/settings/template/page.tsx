import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canChangeTemplates } from '@/lib/policies/template';
import { listTemplates } from '@/lib/services/template/list-templates';
import { BringTemplate } from './bring-template';
import { TemplateCard } from './template-card';

export const metadata: Metadata = { title: 'Letter template' };

export default async function TemplatePage() {
  const ctx = await currentContext();
  const change = canChangeTemplates(ctx.actor);
  const templates = await listTemplates(ctx);
  const current = templates.find(({ inUse }) => inUse);
  const others = templates.filter(({ inUse }) => !inUse);
  const reason = change.allowed ? null : change.reason;
  return (
    <Page
      title="Letter template"
      width="text"
      description="A Word file whose styles, page, headers and footers the firm’s letters are written with."
    >
      <div className="flex flex-col gap-6">
        <section>
          <h2 className="mb-2 font-semibold text-lg tracking-tight">In use</h2>
          {current ? (
            <ul>
              <TemplateCard template={current} changeReason={reason} />
            </ul>
          ) : (
            <p className="text-muted">
              No template is in use. Letters are set in Times New Roman on US Letter, with the firm’s letterhead.
            </p>
          )}
        </section>
        <section>
          <h2 className="mb-2 font-semibold text-lg tracking-tight">Bring a template</h2>
          {change.allowed ? <BringTemplate /> : <Notice title={change.reason} />}
        </section>
        {others.length > 0 ? (
          <section>
            <h2 className="mb-2 font-semibold text-lg tracking-tight">Before</h2>
            <ul className="flex flex-col gap-3">
              {others.map((template) => (
                <TemplateCard key={template.id} template={template} changeReason={reason} />
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Page>
  );
}
