'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/use-toast';
import type { AuditLogVerdict } from '@/lib/services/audit/verify-audit-log';
import { downloadAuditLog } from './download-audit-log';

/** Verifies the whole chain, and exports it. */
export function AuditTools() {
  const toast = useToast();
  const [busy, setBusy] = useState<'verify' | 'export' | null>(null);
  const [verdict, setVerdict] = useState<AuditLogVerdict | null>(null);

  async function run(what: 'verify' | 'export', work: () => Promise<void>) {
    setBusy(what);
    try {
      await work();
    } catch (error) {
      toast({ title: 'That did not work', description: error instanceof Error ? error.message : undefined, tone: 'red' });
    } finally {
      setBusy(null);
    }
  }

  return (
    <>
      <Button disabled={busy !== null} onClick={() => void run('export', downloadAuditLog)}>
        {busy === 'export' ? 'Exporting' : 'Export as CSV'}
      </Button>
      <Button
        variant="primary"
        disabled={busy !== null}
        onClick={() =>
          void run('verify', async () => setVerdict(await callApi<AuditLogVerdict>('/api/firm/audit/verify', { method: 'POST' })))
        }
      >
        {busy === 'verify' ? 'Verifying' : 'Verify the chain'}
      </Button>
      <Dialog
        open={verdict !== null}
        onOpenChange={(open) => (open ? null : setVerdict(null))}
        title="Verification of the audit log"
        footer={<Button onClick={() => setVerdict(null)}>Close</Button>}
      >
        {verdict ? <Verdict verdict={verdict} /> : null}
      </Dialog>
    </>
  );
}

function Verdict({ verdict }: { verdict: AuditLogVerdict }) {
  if (!verdict.whole) {
    return (
      <Notice tone="red" title="The chain is broken">
        {verdict.reason} What stands before it is as it was written. Keep the database as it is, and compare with an earlier export or a
        backup.
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="green" title={`Chain verified, ${verdict.events} ${verdict.events === '1' ? 'event' : 'events'}`}>
        Every event is as it was written, and none is missing between the first and the last.
      </Notice>
      <div>
        <p className="text-muted">
          Hash of the last event. Noted down elsewhere, it also proves later that nothing was cut off at the end.
        </p>
        <code className="mt-1 block break-all rounded-md bg-sunken px-2 py-1.5 text-sm">{verdict.lastHash}</code>
      </div>
    </div>
  );
}
