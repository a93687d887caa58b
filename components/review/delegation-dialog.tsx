'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/use-toast';
import type { Capacity } from '@/lib/review/capacity';
import { CAPACITY_WORDS } from '@/lib/review/capacity-words';
import type { LetterReviewView } from '@/lib/services/review/review-views';

interface DelegationDialogProps {
  letter: LetterReviewView;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Lends one's right to sign to another member until the end of a day. */
export function DelegationDialog({ letter, open, onClose, onDone }: DelegationDialogProps) {
  const toast = useToast();
  const [capacity, setCapacity] = useState<Capacity | null>(letter.capacities[0] ?? null);
  const [toId, setToId] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});

  async function lend() {
    const missing = {
      ...(toId ? {} : { toId: 'Choose somebody.' }),
      ...(until ? {} : { expiresAt: 'Choose a day.' }),
      ...(reason.trim() ? {} : { reason: 'Give a reason.' }),
    };
    setFaults(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      await callApi('/api/delegations', {
        method: 'POST',
        body: { toId, capacity, reason, expiresAt: new Date(`${until}T23:59:59`).toISOString() },
      });
      toast({ tone: 'green', title: 'They may sign in your place' });
      setReason('');
      onClose();
      onDone();
    } catch (error) {
      const fields = error instanceof ApiError ? (error.details.fields as Record<string, string> | undefined) : undefined;
      setFaults(fields ?? {});
      if (!fields) toast({ tone: 'red', title: 'Not lent', description: error instanceof Error ? error.message : undefined });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? null : onClose())}
      title="Let somebody sign in your place"
      width="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={busy} onClick={() => void lend()}>
            Let them sign
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="For">
          <Select
            value={capacity}
            options={letter.capacities.map((value) => ({ value, label: CAPACITY_WORDS[value] }))}
            onChange={(value) => setCapacity(value as Capacity)}
          />
        </Field>
        <Field label="Who" error={faults.toId} hint="They cannot lend it on. Signatures name both of you.">
          <Select value={toId} options={letter.deputies.map(({ id, name }) => ({ value: id, label: name }))} onChange={setToId} />
        </Field>
        <Field label="Until the end of" error={faults.expiresAt}>
          <TextInput type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
        <Field label="Reason" error={faults.reason}>
          <TextArea rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
