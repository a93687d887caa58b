'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { RequestQuestion } from '@/lib/request/request-document';

interface SplitFormProps {
  question: RequestQuestion;
  onSubmit: (at: number, number: string | null) => void;
  onCancel: () => void;
}

/** Splits a question at the cursor: by mouse, or with the arrow keys. */
export function SplitForm({ question, onSubmit, onCancel }: SplitFormProps) {
  const [at, setAt] = useState(0);
  const [number, setNumber] = useState('');
  const head = question.text.slice(0, at).trim();
  const tail = question.text.slice(at).trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(at, number.trim() || null);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-md border border-accent-ink/40 p-3">
      <Field
        label="Put the cursor where the second question begins"
        hint="With the mouse or the arrow keys. The text itself stays as it is."
      >
        <TextArea autoFocus readOnly value={question.text} rows={4} onSelect={(event) => setAt(event.currentTarget.selectionStart)} />
      </Field>
      <p aria-live="polite" className="text-muted">
        {head === '' || tail === '' ? 'The cursor is at an end: there is nothing to split yet.' : `The second question: ${tail}`}
      </p>
      <div className="flex flex-wrap items-end gap-2">
        <Field label="Number of the second question" hint="Empty for none">
          <TextInput value={number} maxLength={12} onChange={(event) => setNumber(event.target.value)} />
        </Field>
        <span className="flex-1" />
        <Button onClick={onCancel}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          disabledReason={head === '' || tail === '' ? 'Put the cursor inside the text first.' : null}
        >
          Split here
        </Button>
      </div>
    </form>
  );
}
