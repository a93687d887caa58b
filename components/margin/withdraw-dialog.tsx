'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/use-toast';

interface WithdrawDialogProps {
  /** What is withdrawn, e.g. "run 3". */
  what: string;
  /** Where the reason is posted. */
  path: string;
  consequence: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Withdrawing needs a reason and says what follows from it. What was typed stays when the server refuses. */
export function WithdrawDialog({ what, path, consequence, open, onOpenChange }: WithdrawDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function withdraw() {
    setBusy(true);
    setError(null);
    try {
      await callApi(path, { method: 'POST', body: { reason } });
      toast({ title: `Withdrawn: ${what}`, tone: 'green' });
      setReason('');
      onOpenChange(false);
      router.refresh();
    } catch (caught) {
      setError(caught instanceof ApiError ? caught.message : 'It was not withdrawn. Try again.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="sm"
      title={`Withdraw ${what}`}
      description={consequence}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Keep it</Button>
          <Button variant="danger" disabled={busy} onClick={withdraw}>
            {busy ? 'Withdrawing' : 'Withdraw'}
          </Button>
        </>
      }
    >
      <Field label="Reason" error={error} hint="Whoever meets it later reads the reason. It cannot be undone.">
        <TextArea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} rows={3} />
      </Field>
    </Dialog>
  );
}
