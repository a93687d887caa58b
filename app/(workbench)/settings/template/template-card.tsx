'use client';

import { useState } from 'react';
import { Hash } from '@/components/portfolio/hash';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Instant } from '@/components/ui/instant';
import type { TemplateEntry } from '@/lib/services/template/list-templates';
import { useChange } from '../use-change';
import { TemplateFacts } from './template-facts';

/** A template: what of it is used, and taking it out of use. */
export function TemplateCard({ template, changeReason }: { template: TemplateEntry; changeReason: string | null }) {
  const { busy, send } = useChange();
  const [asking, setAsking] = useState(false);
  const { id, name, sha256, summary, createdAt, createdBy, withdrawnAt, inUse } = template;
  async function withdraw() {
    if (await send({ path: `/api/templates/${id}/withdraw`, method: 'POST', body: {}, done: 'Taken out of use' })) setAsking(false);
  }
  return (
    <li className="rounded-lg border border-line">
      <div className="flex items-start justify-between gap-3 px-4 py-3">
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            <span className="break-all">{name}</span>
            {inUse ? <Badge tone="green">in use</Badge> : withdrawnAt ? <Badge tone="red">withdrawn</Badge> : <Badge>replaced</Badge>}
          </h3>
          <p className="text-muted text-sm">
            Brought by {createdBy} on <Instant iso={createdAt} /> · SHA-256 <Hash value={sha256} />
            {changeReason === null ? (
              <>
                {' · '}
                <a href={`/api/templates/${id}`} download className="text-accent-ink underline underline-offset-2">
                  Download
                </a>
              </>
            ) : null}
          </p>
        </div>
        {withdrawnAt ? null : (
          <Button size="sm" disabledReason={changeReason} onClick={() => setAsking(true)}>
            Withdraw
          </Button>
        )}
      </div>
      {inUse ? <TemplateFacts summary={summary} /> : null}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={`Withdraw “${name}”?`}
        footer={
          <Button variant="danger" disabled={busy} onClick={() => void withdraw()}>
            {busy ? 'Withdrawing' : 'Withdraw'}
          </Button>
        }
      >
        Letters are then written with the template before it, or in the default styles. Files that were exported stay as they are.
      </Dialog>
    </li>
  );
}
