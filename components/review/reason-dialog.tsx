'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';

interface ReasonDialogProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** the word of the button that does it */
  action: string;
  busy: boolean;
  onClose: () => void;
  /** gives whether it went well: then the dialog closes */
  onDone: (reason: string) => Promise<boolean>;
}

/** Asks for the reason of an act that others have to understand. What was typed stays when it is refused. */
export function ReasonDialog({ open, title, children, action, busy, onClose, onDone }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  async function send() {
    if (reason.trim() === '') return setFault('Give a reason.');
    setFault(null);
    if (!(await onDone(reason))) return;
    setReason('');
    onClose();
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? null : onClose())}
      title={title}
      width="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={busy} onClick={() => void send()}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="text-muted">{children}</div>
        <Field label="Reason" error={fault}>
          <TextArea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
