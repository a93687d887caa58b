'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { useChange } from '../use-change';

interface ConfirmLicenceProps {
  setId: string;
  name: string;
  statement: string;
  /** Why this member may not confirm it; null where they may. */
  reason: string | null;
}

/** Saying for the firm, in words, that it holds the licence: a tick, then the button. */
export function ConfirmLicence({ setId, name, statement, reason }: ConfirmLicenceProps) {
  const [agreed, setAgreed] = useState(false);
  const { busy, send } = useChange();
  if (reason !== null) return <p className="text-sm">Until an administrator confirms the firm’s licence no run can use this pack.</p>;
  return (
    <form
      className="flex flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ path: `/api/parameters/${setId}/licence`, method: 'POST', body: { statement }, done: `Licence confirmed for ${name}` });
      }}
    >
      <Checkbox
        label={statement}
        checked={agreed}
        onChange={setAgreed}
        hint="Your name, the time and these words are kept in the audit log."
      />
      <Button type="submit" variant="primary" size="sm" disabled={busy} disabledReason={agreed ? null : 'Tick the statement first.'}>
        {busy ? 'Confirming' : 'Confirm the licence'}
      </Button>
    </form>
  );
}
