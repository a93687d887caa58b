'use client';

import { type FormEvent, useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { type ReferenceTarget, targetKey } from '@/lib/letter/references/reference-targets';
import { referenceText, resolveReference } from '@/lib/letter/references/resolve-reference';
import { useReferences } from './references-context';

export interface ReferenceChoice {
  readonly target: string;
  readonly targetId: string;
  readonly form: string;
}

interface CrossReferenceDialogProps {
  /** The reference that is changed; null where a new one is put in. */
  reference: Readonly<Record<string, unknown>> | null;
  /** Null where it is only looked at. */
  onChoose: ((choice: ReferenceChoice) => void) | null;
  onClose: () => void;
}

const FORMS = [
  { value: 'number', label: 'Number', hint: 'Section II.A, Table 3, note 12' },
  { value: 'title', label: 'Title', hint: 'the words of the heading or caption' },
  { value: 'page', label: 'Page', hint: 'set when the Word file is written' },
];
const KINDS = { section: 'Section', heading: 'Heading', exhibit: 'Exhibit', question: 'Question', footnote: 'Footnote' } as const;
const SHOWN = 60;

/** Chooses a place of the letter and how it is named; its number follows it wherever it goes. */
export function CrossReferenceDialog({ reference, onChoose, onClose }: CrossReferenceDialogProps) {
  const formId = useId();
  const view = useReferences();
  const [wanted, setWanted] = useState('');
  const [chosenKey, setChosenKey] = useState<string | null>(
    reference ? targetKey(String(reference.target), String(reference.targetId)) : null,
  );
  const [form, setForm] = useState(typeof reference?.form === 'string' ? reference.form : 'number');
  const targets = view?.targets;
  const found = useMemo(() => matching([...(targets?.values() ?? [])], wanted), [targets, wanted]);
  const chosen = (chosenKey === null ? undefined : targets?.get(chosenKey)) ?? (wanted.trim() === '' ? undefined : found[0]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen && onChoose) onChoose({ target: chosen.kind, targetId: chosen.id, form });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={reference ? 'Cross-reference' : 'Insert a cross-reference'}
      footer={
        <>
          <Button onClick={onClose}>{onChoose ? 'Cancel' : 'Close'}</Button>
          {onChoose ? (
            <Button variant="primary" type="submit" form={formId} disabledReason={chosen ? null : 'Choose a place first.'}>
              {reference ? 'Save' : 'Insert'}
            </Button>
          ) : null}
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Find a place of the letter" hint="By its number or its words">
          <TextInput
            autoFocus
            value={wanted}
            onChange={(event) => {
              setWanted(event.target.value);
              setChosenKey(null);
            }}
          />
        </Field>
        {found.length === 0 ? (
          <p className="text-muted">No place of the letter is called so.</p>
        ) : (
          <ul aria-label="Places" className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line">
            {found.slice(0, SHOWN).map((target) => (
              <li key={target.key}>
                <button
                  type="button"
                  aria-pressed={target.key === chosen?.key}
                  onClick={() => setChosenKey(target.key)}
                  className="flex w-full items-baseline gap-3 px-3 py-1.5 text-left hover:bg-hover aria-pressed:bg-accent-soft"
                >
                  <span className="w-20 shrink-0 text-muted text-sm">{KINDS[target.kind]}</span>
                  <span className="shrink-0 font-medium">{target.number?.map(({ text }) => text).join('')}</span>
                  <span className="truncate">{target.title}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <Field label="It reads as">
          <Select value={form} onChange={setForm} options={FORMS} />
        </Field>
        {chosen && targets ? (
          <p className="rounded-md bg-sunken px-3 py-2 font-serif" aria-live="polite">
            {referenceText(resolveReference({ attrs: { target: chosen.kind, targetId: chosen.id, form } }, targets))}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

/** Places in whose number or title every word is found. */
function matching(targets: readonly ReferenceTarget[], wanted: string): readonly ReferenceTarget[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return targets.filter(({ kind, number, title }) => {
    const text = `${KINDS[kind]} ${number?.map((piece) => piece.text).join('') ?? ''} ${title ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
