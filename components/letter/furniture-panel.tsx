'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ApiError, callApi } from '@/components/ui/call-api';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { LetterFurniture } from '@/lib/letter/letter-content';
import type { Decision } from '@/lib/policies/decision';
import { type FurnitureText, furnitureFromText, furnitureToText } from './furniture-text';

interface FurniturePanelProps {
  letterId: string;
  furniture: LetterFurniture;
  right: Decision;
  onSaved: (furniture: LetterFurniture) => void;
}

const ONE_LINE: readonly { key: keyof FurnitureText; label: string }[] = [
  { key: 'firm', label: 'Firm on the letterhead' },
  { key: 'deliveryLine', label: 'Delivery line' },
  { key: 'salutation', label: 'Salutation' },
  { key: 'closing', label: 'Closing' },
];

const MANY_LINES: readonly { key: keyof FurnitureText; label: string; hint: string; rows: number }[] = [
  { key: 'letterheadLines', label: 'Letterhead lines', hint: 'Address and the like, one a line.', rows: 2 },
  {
    key: 'addressees',
    label: 'Addressees',
    hint: 'One block per agency, an empty line between them. Check the office-holders on the day.',
    rows: 11,
  },
  { key: 'reLines', label: 'Re:', hint: 'Title of the release with its file number and RIN.', rows: 4 },
  { key: 'signatories', label: 'Signature blocks', hint: 'Name, title, entity, one a line; an empty line between signatories.', rows: 5 },
  { key: 'cc', label: 'Copies (cc:)', hint: 'One a line.', rows: 3 },
];

/** The form for everything in the letter that is not a section. What was typed stays when the server refuses. */
export function FurniturePanel({ letterId, furniture, right, onSaved }: FurniturePanelProps) {
  const [text, setText] = useState(() => furnitureToText(furniture));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const reason = right.allowed ? null : right.reason;
  const set = (key: keyof FurnitureText, value: string) => setText((before) => ({ ...before, [key]: value }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await callApi<{ furniture: LetterFurniture }>(`/api/letters/${letterId}/furniture`, {
        method: 'PATCH',
        body: furnitureFromText(text, furniture),
      });
      onSaved(answer.furniture);
    } catch (error) {
      setRefusal(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Date of the letter">
        <TextInput type="date" value={text.date} onChange={(event) => set('date', event.target.value)} readOnly={!right.allowed} />
      </Field>
      {ONE_LINE.map(({ key, label }) => (
        <Field key={key} label={label}>
          <TextInput value={text[key]} onChange={(event) => set(key, event.target.value)} maxLength={300} readOnly={!right.allowed} />
        </Field>
      ))}
      {MANY_LINES.map(({ key, label, hint, rows }) => (
        <Field key={key} label={label} hint={hint}>
          <TextArea value={text[key]} onChange={(event) => set(key, event.target.value)} rows={rows} readOnly={!right.allowed} />
        </Field>
      ))}
      {refusal ? (
        <Notice tone="red" title="Not saved; what you typed is still here">
          {refusal}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" disabled={busy} disabledReason={reason}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
