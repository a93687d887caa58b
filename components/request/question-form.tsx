'use client';

import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { QuestionPart } from '@/lib/request/request-document';

export interface WrittenQuestion {
  readonly number: string | null;
  readonly text: string;
  readonly parts: readonly QuestionPart[];
}

interface QuestionFormProps {
  initial: WrittenQuestion;
  onSubmit: (written: WrittenQuestion) => void;
  onCancel: () => void;
}

/** Number, text and parts of a question. */
export function QuestionForm({ initial, onSubmit, onCancel }: QuestionFormProps) {
  const [number, setNumber] = useState(initial.number ?? '');
  const [text, setText] = useState(initial.text);
  const [parts, setParts] = useState<readonly QuestionPart[]>(initial.parts);
  const change = (index: number, part: Partial<QuestionPart>) =>
    setParts(parts.map((candidate, at) => (at === index ? { ...candidate, ...part } : candidate)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ number: number.trim() || null, text, parts: parts.map(({ label, text: words }) => ({ label, text: words })) });
  };
  const incomplete =
    text.trim() === ''
      ? 'A question needs a text.'
      : parts.some((part) => part.label.trim() === '' || part.text.trim() === '')
        ? 'Each part needs a label and a text.'
        : null;
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-md border border-accent-ink/40 p-3">
      <div className="flex flex-wrap gap-3">
        <Field label="Number" hint="Empty for none" className="w-28">
          <TextInput autoFocus value={number} maxLength={12} onChange={(event) => setNumber(event.target.value)} />
        </Field>
        <Field label="Text, in the agencies’ words" className="min-w-72 flex-1">
          <TextArea value={text} rows={4} maxLength={20_000} onChange={(event) => setText(event.target.value)} />
        </Field>
      </div>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is named by its place while its label is typed
        <div key={index} className="flex items-start gap-2">
          <Field label={`Label of part ${index + 1}`} className="w-28">
            <TextInput value={part.label} maxLength={8} onChange={(event) => change(index, { label: event.target.value })} />
          </Field>
          <Field label={`Text of part ${index + 1}`} className="min-w-0 flex-1">
            <TextArea value={part.text} rows={2} maxLength={20_000} onChange={(event) => change(index, { text: event.target.value })} />
          </Field>
          <IconButton label={`Remove part ${index + 1}`} onClick={() => setParts(parts.filter((_, at) => at !== index))} className="mt-5">
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setParts([...parts, { label: String.fromCharCode(97 + (parts.length % 26)), text: '' }])}>
          <Plus aria-hidden className="size-4" />
          Add a part
        </Button>
        <span className="flex-1" />
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" disabledReason={incomplete}>
          Use it
        </Button>
      </div>
    </form>
  );
}
