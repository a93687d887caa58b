'use client';

import { type KeyboardEvent, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Tabs } from '@/components/ui/tabs';
import type { SuggestionView } from '@/lib/services/suggestion/list-suggestions';
import { RejectForm } from './reject-form';
import { SuggestionCard } from './suggestion-card';
import { type SuggestionTarget, useSuggestions } from './suggestions-context';

interface SuggestionsPanelProps {
  /** the letter's sections in reading order */
  sections: readonly { readonly id: string; readonly title: string }[];
}

interface Rejecting {
  readonly target: SuggestionTarget;
  readonly what: string;
  /** under which card the question stands; null: above the list */
  readonly under: string | null;
}

const ALL = 'all';

/**
 * A letter's suggestions by section: open ones with what may be done, and what was decided. While the panel has the focus j and k move, y
 * accepts, n rejects and u undoes the last decision. Inside SuggestionsProvider.
 */
export function SuggestionsPanel({ sections }: SuggestionsPanelProps) {
  const state = useSuggestions();
  const [author, setAuthor] = useState(ALL);
  const [tab, setTab] = useState('open');
  const [rejecting, setRejecting] = useState<Rejecting | null>(null);
  const all = state?.suggestions ?? null;
  const order = useMemo(() => new Map(sections.map(({ id }, index) => [id, index])), [sections]);
  const inOrder = useMemo(
    () => [...(all ?? [])].sort((a, b) => (order.get(a.sectionId) ?? 0) - (order.get(b.sectionId) ?? 0)),
    [all, order],
  );
  const open = inOrder.filter((each) => isPending(each) && (author === ALL || authorKey(each) === author));
  const decided = (all ?? []).filter((each) => !isPending(each));
  const authors = [...new Map(inOrder.filter(isPending).map((each) => [authorKey(each), each.authorName]))];
  if (!state) return null;
  if (state.problem && !all) {
    return (
      <Notice tone="red" title="The suggestions could not be read">
        <p>{state.problem}</p>
        <Button size="sm" className="mt-2" onClick={state.reload}>
          Try again
        </Button>
      </Notice>
    );
  }
  if (!all) return <p className="text-muted">Reading the suggestions…</p>;

  const shown = tab === 'open' ? open : decided;
  const at = shown.findIndex(({ id }) => id === state.lookedAt);
  const decidable = open.filter(({ rights }) => rights.accept.allowed);
  const firstReason = open.map(({ rights }) => rights.accept).find((right) => !right.allowed);
  const noBulk = decidable.length > 0 ? null : firstReason && !firstReason.allowed ? firstReason.reason : 'There is none to decide.';
  const name = authors.find(([key]) => key === author)?.[1];
  const target: SuggestionTarget =
    author === ALL ? { all: true } : isMember(author) ? { authorId: author } : { ids: open.map(({ id }) => id) };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const step = { j: 1, k: -1 }[event.key];
    const present = shown[at];
    if (step !== undefined) {
      const next = shown[at < 0 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1)];
      if (next) {
        state.lookAt(next.id);
        document.querySelector(`.suggested[data-suggestion="${next.id}"]`)?.scrollIntoView({ block: 'center' });
      }
    } else if (event.key === 'u') void state.undoLast();
    else if (event.key === 'y' && present?.rights.accept.allowed && !state.busy) {
      state.lookAt((shown[at + 1] ?? shown[at - 1])?.id ?? null);
      void state.decide({ decision: 'accept', choice: { ids: [present.id] } });
    } else if (event.key === 'n' && present?.rights.reject.allowed && !state.busy) {
      setRejecting({ target: { ids: [present.id] }, what: 'this suggestion', under: present.id });
    } else return;
    // the letters open panels elsewhere
    event.preventDefault();
    event.stopPropagation();
  };

  const question = rejecting ? (
    <RejectForm
      what={rejecting.what}
      onCancel={() => setRejecting(null)}
      onReject={(reason) => {
        setRejecting(null);
        void state.decide({ decision: 'reject', choice: rejecting.target, reason });
      }}
    />
  ) : null;
  const card = (each: SuggestionView) => (
    <SuggestionCard
      key={each.id}
      suggestion={each}
      state={state}
      active={each.id === state.lookedAt}
      onReject={() => setRejecting({ target: { ids: [each.id] }, what: 'this suggestion', under: each.id })}
    />
  );

  const openList = (
    <div className="flex flex-col gap-4">
      {authors.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1">
          <Select
            aria-label="Whose suggestions"
            className="w-40"
            value={author}
            onChange={setAuthor}
            options={[{ value: ALL, label: 'Everybody' }, ...authors.map(([value, label]) => ({ value, label }))]}
          />
          <Button size="sm" disabledReason={noBulk} onClick={() => void state.decide({ decision: 'accept', choice: target })}>
            Accept all
          </Button>
          <Button
            size="sm"
            disabledReason={noBulk}
            onClick={() =>
              setRejecting({ target, what: name ? `all suggestions of ${name}` : 'all suggestions of the letter', under: null })
            }
          >
            Reject all
          </Button>
        </div>
      ) : null}
      {rejecting?.under === null ? question : null}
      {open.length === 0 ? (
        <EmptyState title="Nothing is suggested">
          Choose Suggesting above the page and write: what you change is shown here, and the text stays as it is until somebody accepts it.
        </EmptyState>
      ) : (
        sections
          .filter(({ id }) => open.some((each) => each.sectionId === id))
          .map(({ id, title }) => (
            <section key={id} aria-label={`Suggestions in ${title}`} className="flex flex-col gap-2">
              <h3 className="font-medium text-muted text-sm">{title}</h3>
              <ul className="flex flex-col gap-2">
                {open
                  .filter((each) => each.sectionId === id)
                  .flatMap((each) => [card(each), rejecting?.under === each.id ? <li key={`${each.id}-why`}>{question}</li> : null])}
              </ul>
            </section>
          ))
      )}
    </div>
  );
  const decidedList =
    decided.length === 0 ? (
      <EmptyState title="Nothing was decided yet">What is accepted or rejected is listed here, and can be undone.</EmptyState>
    ) : (
      <ul className="flex flex-col gap-2">{decided.map(card)}</ul>
    );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys work on the cards inside, which are buttons
    <div onKeyDown={onKeyDown} className="flex flex-col gap-3">
      <Tabs
        label="Suggestions"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'open', label: `Open ${inOrder.filter(isPending).length}`, content: openList },
          { id: 'decided', label: 'Decided', content: decidedList },
        ]}
      />
      <p className="text-faint text-sm">Keys: j and k move, y accepts, n rejects, u undoes.</p>
    </div>
  );
}

function isPending({ state }: SuggestionView): boolean {
  return state === 'open' || state === 'orphaned';
}

/** Members by their id, others by their name. */
function authorKey({ authorId, authorName }: SuggestionView): string {
  return authorId ?? `name:${authorName}`;
}

function isMember(key: string): boolean {
  return !key.startsWith('name:');
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [role="combobox"], [role="listbox"]') !== null;
}
