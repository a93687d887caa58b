import { useEffect, useMemo, useRef } from 'react';
import type * as Y from 'yjs';
import { useReferenceStore } from '@/components/citations/references-context';
import { useFigures } from '@/components/editor/figure-provider';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { isSameChange, overlaps } from '@/lib/letter/compare/same-change';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { MarkSource } from './mark-source';
import { spotsOfMade } from './suggestion-spots';
import { formWords, suggestionLabel, suggestionSummary } from './suggestion-summary';
import { type SuggestionsState, useSuggestions } from './suggestions-context';

/** Long enough after a key that two texts are never compared on its path. */
const SETTLED_MS = 200;

/** One's own suggestions as the copy marks them in which they are written: what differs between the section's text and the copy now. */
export function useOwnMarks(sectionId: string, section: Y.Doc | null, copy: Y.Doc | null): MarkSource {
  const state = useSuggestions();
  const figures = useFigures();
  const references = useReferenceStore();
  const source = useMemo(() => new MarkSource(), []);
  const present = useRef({ state, figures });
  present.current = { state, figures };
  const refresh = useRef(() => {});
  useEffect(() => {
    if (!section || !copy) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let found: readonly Change[] = [];
    const show = () => {
      const { state: now, figures: values } = present.current;
      const rows = ownRows(now, sectionId);
      source.setMarks(
        (now?.shown === false ? [] : found).map((change) => ({
          id: rows.find((row) => isSameChange(row.change, change))?.id ?? rows.find((row) => overlaps(row.change, change))?.id ?? null,
          label: suggestionLabel('You', suggestionSummary(change, values, references?.getView() ?? null)),
          form: formWords(change),
          spots: () => spotsOfMade(change),
        })),
      );
    };
    const compare = () => {
      found = compareBodies(bodyOfRoom(section).body, bodyOfRoom(copy).body);
      show();
    };
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(compare, SETTLED_MS);
    };
    section.on('update', settle);
    copy.on('update', settle);
    refresh.current = show;
    compare();
    return () => {
      clearTimeout(timer);
      section.off('update', settle);
      copy.off('update', settle);
      refresh.current = () => {};
    };
  }, [section, copy, sectionId, source, references]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are read through the reference
  useEffect(() => refresh.current(), [state?.suggestions, state?.shown, figures]);
  useEffect(() => source.setActive(state?.lookedAt ?? null), [source, state?.lookedAt]);
  source.onLook = (id) => state?.lookAt(id);
  return source;
}

function ownRows(state: SuggestionsState | null, sectionId: string) {
  const rows = state?.suggestions ?? [];
  return rows.filter((row) => row.sectionId === sectionId && row.state === 'open' && row.authorId === state?.memberId);
}
