'use client';

import { objectWords } from './object-words';
import { useReferenceStore, useReferences } from './references-context';

interface ObjectChipProps {
  type: 'citation' | 'crossReference';
  attrs: Readonly<Record<string, unknown>>;
  /** Puts other attributes in its place; null where it is only read. */
  onChange?: ((attrs: Readonly<Record<string, unknown>>) => void) | null;
}

/** A citation or cross-reference in a sentence: it reads as the text that it will be in the letter, and opens its dialog. */
export function ObjectChip({ type, attrs, onChange = null }: ObjectChipProps) {
  const store = useReferenceStore();
  const { runs, problem } = objectWords(type, attrs, useReferences());
  const words = runs.map(({ text, italic }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never move
    italic ? <em key={index}>{text}</em> : <span key={index}>{text}</span>,
  );
  if (!store?.editable) return <span className="object-chip">{words}</span>;
  const open = () => store.onEdit({ type, attrs, apply: onChange });
  return (
    // a button would break the line; this reads and breaks as text
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      title={problem ?? undefined}
      data-problem={problem === null ? undefined : ''}
      className="object-chip"
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        open();
      }}
    >
      {words}
      {problem === null ? null : <span className="sr-only"> ({problem})</span>}
    </span>
  );
}
