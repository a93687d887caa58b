import { useEffect, useMemo } from 'react';
import { useReferenceStore } from '@/components/citations/references-context';
import { useFigures } from '@/components/editor/figure-provider';
import { MarkSource, type SuggestionMark } from './mark-source';
import { spotsOfProposed } from './suggestion-spots';
import { formWords, suggestionLabel, suggestionSummary } from './suggestion-summary';
import { useSuggestions } from './suggestions-context';

/** The open suggestions of a section as its own editor marks them. */
export function useSectionMarks(sectionId: string): MarkSource {
  const state = useSuggestions();
  const figures = useFigures();
  const references = useReferenceStore();
  const source = useMemo(() => new MarkSource(), []);
  const marks = useMemo<readonly SuggestionMark[]>(() => {
    if (!state?.shown) return [];
    const open = (state.suggestions ?? []).filter((each) => each.sectionId === sectionId && each.state === 'open');
    return open.map(({ id, change, authorName }) => ({
      id,
      label: suggestionLabel(authorName, suggestionSummary(change, figures, references?.getView() ?? null)),
      form: formWords(change),
      spots: (body) => spotsOfProposed(change, body),
    }));
  }, [state?.shown, state?.suggestions, sectionId, figures, references]);
  useEffect(() => source.setMarks(marks), [source, marks]);
  useEffect(() => source.setActive(state?.lookedAt ?? null), [source, state?.lookedAt]);
  source.onLook = (id) => state?.lookAt(id);
  return source;
}
