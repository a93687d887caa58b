'use client';

import { type FormEvent, useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { parseSource } from '@/lib/letter/citations/parse-source';
import { capitalised, SIGNALS } from '@/lib/letter/citations/signals';
import type { Source } from '@/lib/letter/citations/source';
import { longForm } from '@/lib/letter/citations/source-words';
import { findSources } from './find-sources';
import { useReferenceStore, useReferences } from './references-context';
import { RunWords } from './run-words';
import { SourceForm } from './source-form';

export interface CitationChoice {
  readonly sourceId: string;
  readonly signal: string | null;
  readonly pinpoint: string | null;
  readonly parenthetical: string | null;
}

interface CitationDialogProps {
  /** The citation that is changed; null where a new one is put in. */
  citation: Readonly<Record<string, unknown>> | null;
  /** Whether a new one may get a footnote of its own. */
  offersFootnote: boolean;
  /** Why the library cannot be added to; null where it can. */
  libraryReason: string | null;
  /** Null where it is only looked at. */
  onChoose: ((choice: CitationChoice, footnote: boolean) => void) | null;
  onClose: () => void;
}

const NO_SIGNAL = 'none';
const SIGNAL_OPTIONS = [{ value: NO_SIGNAL, label: 'None' }, ...SIGNALS.map((signal) => ({ value: signal, label: capitalised(signal) }))];
const SHOWN = 30;

/** Chooses what is cited and where in it. Words that are pasted are recognised, and fill the form of a new source. */
export function CitationDialog({ citation, offersFootnote, libraryReason, onChoose, onClose }: CitationDialogProps) {
  const form = useId();
  const store = useReferenceStore();
  const sources = useReferences()?.sources ?? null;
  const text = (name: string) => (typeof citation?.[name] === 'string' ? String(citation[name]) : '');
  const [wanted, setWanted] = useState('');
  const [sourceId, setSourceId] = useState<string | null>(text('sourceId') || null);
  const [signal, setSignal] = useState(text('signal') || NO_SIGNAL);
  const [pinpoint, setPinpoint] = useState(text('pinpoint'));
  const [parenthetical, setParenthetical] = useState(text('parenthetical'));
  const [footnote, setFootnote] = useState(offersFootnote);
  const [editing, setEditing] = useState<(Pick<Source, 'kind' | 'fields'> & { readonly id?: string }) | null>(null);
  const found = useMemo(() => findSources(Object.values(sources ?? {}), wanted), [sources, wanted]);
  const parsed = useMemo(() => (wanted.trim() === '' ? null : parseSource(wanted)), [wanted]);
  const chosen = sourceId === null ? null : (sources?.[sourceId] ?? null);

  function submit(event: FormEvent) {
    event.preventDefault();
    const id = chosen?.id ?? found[0]?.id;
    if (id === undefined || !onChoose) return;
    const kept = (value: string) => value.trim() || null;
    onChoose(
      { sourceId: id, signal: signal === NO_SIGNAL ? null : signal, pinpoint: kept(pinpoint), parenthetical: kept(parenthetical) },
      footnote,
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={citation ? 'Citation' : 'Insert a citation'}
      description="In full the first time, then id., supra or the short form: by its order in the letter."
      footer={
        editing ? null : (
          <>
            <Button onClick={onClose}>{onChoose ? 'Cancel' : 'Close'}</Button>
            {onChoose ? (
              <Button
                variant="primary"
                type="submit"
                form={form}
                disabledReason={chosen || (wanted.trim() !== '' && found.length > 0) ? null : 'Choose a source first.'}
              >
                {citation ? 'Save' : 'Insert'}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {editing ? (
        <SourceForm
          start={editing}
          onCancel={() => setEditing(null)}
          onSaved={(source) => {
            store?.putSource(source);
            setSourceId(source.id);
            setWanted('');
            setEditing(null);
          }}
        />
      ) : (
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          <Field label="Find a source, or paste a citation" hint="For example 17 CFR 240.15c3-1, 85 FR 70536, Release No. 34-90246">
            <TextInput
              autoFocus
              value={wanted}
              onChange={(event) => {
                setWanted(event.target.value);
                if (event.target.value.trim() !== '') setSourceId(null);
              }}
            />
          </Field>
          <SourceChoices sources={found.slice(0, SHOWN)} isRead={sources !== null} chosenId={sourceId} onChoose={setSourceId} />
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              disabledReason={libraryReason}
              onClick={() => {
                if (parsed?.pinpoint) setPinpoint(parsed.pinpoint);
                setEditing(parsed ?? { kind: 'federal-register', fields: {} });
              }}
            >
              {parsed ? 'Add what was pasted' : 'New source'}
            </Button>
            {chosen ? (
              <Button size="sm" disabledReason={libraryReason} onClick={() => setEditing(chosen)}>
                Change this source
              </Button>
            ) : null}
          </div>
          <div className="grid gap-3 sm:grid-cols-3">
            <Field label="Signal">
              <Select value={signal} onChange={setSignal} options={SIGNAL_OPTIONS} />
            </Field>
            <Field label="Pinpoint" hint="37880, (c)(2), n.12">
              <TextInput value={pinpoint} maxLength={100} onChange={(event) => setPinpoint(event.target.value)} />
            </Field>
            <Field label="In parentheses" hint="emphasis added">
              <TextInput value={parenthetical} maxLength={300} onChange={(event) => setParenthetical(event.target.value)} />
            </Field>
          </div>
          {offersFootnote ? <Checkbox checked={footnote} onChange={setFootnote} label="In a footnote of its own" /> : null}
        </form>
      )}
    </Dialog>
  );
}

interface SourceChoicesProps {
  sources: readonly Source[];
  isRead: boolean;
  chosenId: string | null;
  onChoose: (id: string) => void;
}

function SourceChoices({ sources, isRead, chosenId, onChoose }: SourceChoicesProps) {
  if (!isRead) return <p className="text-muted">The library is being read.</p>;
  if (sources.length === 0) return <p className="text-muted">No source of the library is called so.</p>;
  return (
    <ul aria-label="Sources" className="max-h-56 divide-y divide-line overflow-y-auto rounded-md border border-line">
      {sources.map((source) => (
        <li key={source.id}>
          <button
            type="button"
            aria-pressed={source.id === chosenId}
            onClick={() => onChoose(source.id)}
            className="block w-full px-3 py-1.5 text-left hover:bg-hover aria-pressed:bg-accent-soft"
          >
            <RunWords runs={longForm(source)} />
          </button>
        </li>
      ))}
    </ul>
  );
}
