'use client';

import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { FigureProvider } from '@/components/editor/figure-provider';
import { RejectForm } from '@/components/suggestions/reject-form';
import { SuggestionCard } from '@/components/suggestions/suggestion-card';
import { useSuggestions } from '@/components/suggestions/suggestions-context';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';
import type { ReturnedView } from '@/lib/services/returned/read-returned';
import type { StoredConflict } from '@/lib/services/returned/stored-return';
import type { SuggestionView } from '@/lib/services/suggestion/list-suggestions';
import { ConflictCard } from './conflict-card';
import { KnownChanges } from './known-changes';
import { NotUnderstoodList } from './not-understood-list';
import { counted } from './returned-list';
import { stepFocus } from './step-focus';
import { useReturned } from './use-returned';

interface ReturnedFileProps {
  letterId: string;
  returned: ReturnedView;
  /** the letter's sections in its order */
  sections: readonly { readonly id: string; readonly title: string }[];
}

const ALL = 'everybody';
const UNTRACKED = 'untracked';

/** What came back in one file, section by section: suggestions to accept or reject, conflicts to settle, and what was left aside. */
export function ReturnedFile({ letterId, returned, sections }: ReturnedFileProps) {
  const state = useSuggestions();
  const reload = state?.reload;
  const onSettled = useCallback(() => reload?.(), [reload]);
  const { view, busy, settle } = useReturned(letterId, returned, onSettled);
  const figures = useLetterFigures(letterId);
  const [author, setAuthor] = useState(ALL);
  const [rejecting, setRejecting] = useState<readonly string[] | null>(null);

  const own = useMemo(() => new Set(view.suggestionIds), [view.suggestionIds]);
  const suggestions = useMemo(() => (state?.suggestions ?? []).filter(({ id }) => own.has(id)), [state?.suggestions, own]);
  const names = useMemo(
    () => [...new Set([...suggestions.map(({ authorName }) => authorName), ...view.conflicts.flatMap(({ name }) => name ?? [])])].sort(),
    [suggestions, view.conflicts],
  );
  if (!state) return null;

  const isShown = (name: string | null) => author === ALL || (author === UNTRACKED ? name === null : name === author);
  const shown = suggestions.filter(({ authorName }) => isShown(authorName));
  const conflicts = view.conflicts.filter(({ name }) => isShown(name));
  const open = shown.filter(isOpen);
  const decidable = open.filter(({ rights }) => rights.accept.allowed);
  const bulk = decidable.length > 0 ? (state.busy ? 'Wait for the last decision.' : null) : 'There is none to decide.';
  const known = new Set(sections.map(({ id }) => id));
  const groups = [{ id: null, title: 'The letter as a whole' }, ...sections].map(({ id, title }) => ({
    id,
    title,
    suggestions: shown.filter(({ sectionId }) => sectionId === id),
    conflicts: conflicts.filter(({ sectionId }) => (sectionId !== null && known.has(sectionId) ? sectionId === id : id === null)),
  }));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const present = shown.find(({ id }) => id === state.lookedAt);
    if (event.key === 'j' || event.key === 'k') stepFocus(event.currentTarget, event.key === 'j' ? 1 : -1, state.lookAt);
    else if (event.key === 'u') void state.undoLast();
    else if (event.key === 'y' && present?.rights.accept.allowed && !state.busy) {
      void state.decide({ decision: 'accept', choice: { ids: [present.id] } });
    } else if (event.key === 'n' && present?.rights.reject.allowed && !state.busy) setRejecting([present.id]);
    else return;
    event.preventDefault();
  };

  const rejectForm = rejecting ? (
    <RejectForm
      what={rejecting.length === 1 ? 'this suggestion' : `these ${rejecting.length} suggestions`}
      onCancel={() => setRejecting(null)}
      onReject={(reason) => {
        setRejecting(null);
        void state.decide({ decision: 'reject', choice: { ids: rejecting }, reason });
      }}
    />
  ) : null;

  return (
    <FigureProvider figures={figures}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys work on the cards inside, which are buttons */}
      <div onKeyDown={onKeyDown} className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-2">
          <Select
            aria-label="Whose changes"
            className="w-52"
            value={author}
            onChange={setAuthor}
            options={[
              { value: ALL, label: 'Everybody' },
              ...names.map((name) => ({ value: name, label: name })),
              ...(view.conflicts.some(({ name }) => name === null) ? [{ value: UNTRACKED, label: 'Nobody is named' }] : []),
            ]}
          />
          <Button
            size="sm"
            disabledReason={bulk}
            onClick={() => void state.decide({ decision: 'accept', choice: { ids: decidable.map(({ id }) => id) } })}
          >
            Accept these {decidable.length}
          </Button>
          <Button size="sm" disabledReason={bulk} onClick={() => setRejecting(decidable.map(({ id }) => id))}>
            Reject these {decidable.length}
          </Button>
          <span aria-live="polite" className="text-muted text-sm">
            {counted(open.length, 'suggestion')} and {counted(conflicts.filter(({ settled }) => !settled).length, 'conflict')} to decide
          </span>
        </div>
        {rejecting && rejecting.length > 1 ? rejectForm : null}
        {state.problem ? (
          <Notice tone="red" title="The suggestions could not be read">
            <p>{state.problem}</p>
            <Button size="sm" className="mt-2" onClick={state.reload}>
              Try again
            </Button>
          </Notice>
        ) : null}
        {state.suggestions === null && !state.problem ? <p className="text-muted">Reading the suggestions…</p> : null}
        {view.suggestionIds.length + view.conflicts.length === 0 ? (
          <EmptyState title="Nothing was changed in this file">It says what the letter said when it was sent.</EmptyState>
        ) : null}
        {groups
          .filter((group) => group.suggestions.length + group.conflicts.length > 0)
          .map((group) => (
            <section key={group.id ?? 'letter'} aria-label={group.title} className="flex flex-col gap-2">
              <h2 className="font-semibold text-md">{group.title}</h2>
              <ul className="flex flex-col gap-2">
                {group.conflicts.map((conflict: StoredConflict) => (
                  <ConflictCard
                    key={conflict.key}
                    {...{ letterId, conflict }}
                    right={view.right}
                    busy={busy !== null}
                    onSettle={(settlement) => void settle(conflict.key, settlement)}
                  />
                ))}
                {group.suggestions.flatMap((each) => [
                  <SuggestionCard
                    key={each.id}
                    suggestion={each}
                    state={state}
                    active={each.id === state.lookedAt}
                    onReject={() => setRejecting([each.id])}
                    href={`/letters/${letterId}?section=${each.sectionId}&panel=suggestions&suggestion=${each.id}`}
                  />,
                  rejecting?.length === 1 && rejecting[0] === each.id ? <li key={`${each.id}-why`}>{rejectForm}</li> : null,
                ])}
              </ul>
            </section>
          ))}
        <KnownChanges known={view.known} />
        <NotUnderstoodList items={view.notUnderstood} />
        <p className="text-faint text-sm">Keys: j and k move, y accepts, n rejects, u undoes.</p>
      </div>
    </FigureProvider>
  );
}

function isOpen({ state }: SuggestionView): boolean {
  return state === 'open' || state === 'orphaned';
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [role="combobox"], [role="listbox"]') !== null;
}

function useLetterFigures(letterId: string): readonly FigureEntry[] | null {
  const [figures, setFigures] = useState<readonly FigureEntry[] | null>(null);
  useEffect(() => {
    const left = new AbortController();
    callApi<{ figures: FigureEntry[] }>(`/api/letters/${letterId}/figures`, { signal: left.signal })
      .then((answer) => setFigures(answer.figures))
      // without them a figure reads as "figure"
      .catch(() => undefined);
    return () => left.abort();
  }, [letterId]);
  return figures;
}
