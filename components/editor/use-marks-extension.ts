import type { AnyExtension } from '@tiptap/core';
import { useMemo, useRef } from 'react';
import { useReferenceStore } from '@/components/citations/references-context';
import { atomWords } from '@/components/suggestions/atom-words';
import type { MarkSource } from '@/components/suggestions/mark-source';
import { SuggestionMarks } from '@/components/suggestions/suggestion-marks';
import { useFigures } from './figure-provider';

/** The extension that marks a source's suggestions in an editor; the same one while the source is. */
export function useMarksExtension(source: MarkSource): AnyExtension {
  const figures = useFigures();
  const references = useReferenceStore();
  const present = useRef(figures);
  present.current = figures;
  return useMemo(
    () =>
      SuggestionMarks.configure({
        source,
        words: (node) => atomWords(present.current, node.type.name, node.attrs, references?.getView() ?? null),
      }),
    [source, references],
  );
}
