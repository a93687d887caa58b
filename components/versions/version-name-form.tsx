'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';

interface VersionNameFormProps {
  /** What the button says. */
  action: string;
  name?: string;
  note?: string;
  onCancel: () => void;
  /** Gives the sentence of a refusal, null where it was done. */
  onSave: (name: string, note: string) => Promise<string | null>;
}

/** A version's name and note. */
export function VersionNameForm({ action, name: givenName = '', note: givenNote = '', onCancel, onSave }: VersionNameFormProps) {
  const [name, setName] = useState(givenName);
  const [note, setNote] = useState(givenNote);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return setRefusal('Give the version a name.');
    setBusy(true);
    setRefusal(await onSave(name.trim(), note.trim()));
    setBusy(false);
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-2 rounded-md border border-line-strong p-3">
      <Field label="Name" error={refusal}>
        <TextInput value={name} maxLength={120} autoFocus onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Note" hint="What it was kept for. May stay empty.">
        <TextArea rows={2} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" disabled={busy}>
          {action}
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
