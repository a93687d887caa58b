'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';

interface RejectFormProps {
  /** "this suggestion", "3 suggestions of Lee" */
  what: string;
  onReject: (reason: string) => void;
  onCancel: () => void;
}

/** Rejects with a reason, or without one: Enter is enough. */
export function RejectForm({ what, onReject, onCancel }: RejectFormProps) {
  const field = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      className="flex flex-col gap-2 rounded-md border border-line bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason.trim());
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label htmlFor={field} className="font-medium">
        Why reject {what}?
      </label>
      <TextInput
        id={field}
        autoFocus
        maxLength={1000}
        placeholder="May stay empty"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <span className="flex gap-1">
        <Button size="sm" type="submit" variant="primary">
          Reject
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
