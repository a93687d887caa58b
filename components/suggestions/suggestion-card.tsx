'use client';

import { Check, Undo2, X } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import { useReferences } from '@/components/citations/references-context';
import { useFigures } from '@/components/editor/figure-provider';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import type { SuggestionView } from '@/lib/services/suggestion/list-suggestions';
import { suggestionSummary } from './suggestion-summary';
import type { SuggestionsState } from './suggestions-context';

const STATES: Readonly<Record<SuggestionView['state'], { readonly word: string; readonly tone: Tone } | null>> = {
  open: null,
  orphaned: { word: 'Its place is gone', tone: 'amber' },
  accepted: { word: 'Accepted', tone: 'green' },
  rejected: { word: 'Rejected', tone: 'red' },
  withdrawn: { word: 'Taken back', tone: 'neutral' },
};

interface SuggestionCardProps {
  suggestion: SuggestionView;
  state: SuggestionsState;
  active: boolean;
  onReject: () => void;
  /** Where it can be seen in its text; null where it is beside it. */
  href?: string | null;
}

/** One suggestion: who, when, what in words before and after, and what may be done with it. */
export function SuggestionCard({ suggestion, state, active, onReject, href = null }: SuggestionCardProps) {
  const card = useRef<HTMLLIElement>(null);
  const figures = useFigures();
  const references = useReferences();
  const { id, change, authorName, createdAt, decidedAt, decidedBy, reason, rights } = suggestion;
  const { verb, deleted, inserted, where } = suggestionSummary(change, figures, references);
  const standing = STATES[suggestion.state];
  const pending = suggestion.state === 'open' || suggestion.state === 'orphaned';
  const own = suggestion.authorId === state.memberId;
  const ids = { ids: [id] };
  const button = (label: string, icon: ReactNode, why: string | null, run: () => void) => (
    <Button size="sm" disabledReason={why ?? (state.busy ? 'Wait for the last decision.' : null)} onClick={run}>
      {icon}
      {label}
    </Button>
  );
  const why = (right: SuggestionView['rights']['accept']) => (right.allowed ? null : right.reason);

  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <li
      ref={card}
      data-suggestion-card={id}
      aria-current={active ? 'true' : undefined}
      className={`flex flex-col gap-1.5 rounded-md border px-3 py-2 ${active ? 'border-accent-ink bg-accent-soft' : 'border-line'}`}
    >
      <button
        type="button"
        className="flex flex-col gap-1 text-left"
        onClick={() => {
          state.lookAt(id);
          document.querySelector(`.suggested[data-suggestion="${id}"]`)?.scrollIntoView({ block: 'center' });
        }}
      >
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{authorName}</span>
          <span className="text-muted text-sm">
            <Instant iso={createdAt} />
          </span>
          {suggestion.source === 'word' ? <Badge>From a returned file</Badge> : null}
          {standing ? <Badge tone={standing.tone}>{standing.word}</Badge> : null}
        </span>
        <span className="text-muted text-sm first-letter:uppercase">{[verb, where].filter((part) => part !== '').join(' ')}</span>
        {deleted || inserted ? (
          <span className="line-clamp-6 whitespace-pre-line break-words">
            {deleted ? <del className="text-red">{deleted}</del> : null}
            {deleted && inserted ? ' → ' : null}
            {inserted ? <ins className="text-green">{inserted}</ins> : null}
          </span>
        ) : null}
        {decidedAt ? (
          <span className="text-muted text-sm">
            {decidedBy ?? 'Somebody'}, <Instant iso={decidedAt} />
            {reason ? `: ${reason}` : null}
          </span>
        ) : null}
      </button>
      <span className="flex flex-wrap items-center gap-1">
        {pending && !(own && !rights.accept.allowed) ? (
          <>
            {button(
              'Accept',
              <Check aria-hidden className="size-3.5" />,
              why(rights.accept),
              () => void state.decide({ decision: 'accept', choice: ids }),
            )}
            {button('Reject', <X aria-hidden className="size-3.5" />, why(rights.reject), onReject)}
          </>
        ) : null}
        {pending && own
          ? button(
              'Take back',
              <Undo2 aria-hidden className="size-3.5" />,
              why(rights.withdraw),
              () => void state.decide({ decision: 'withdraw', choice: ids }),
            )
          : null}
        {suggestion.state === 'accepted' || suggestion.state === 'rejected'
          ? button(
              'Undo',
              <Undo2 aria-hidden className="size-3.5" />,
              why(rights.undo),
              () => void state.decide({ decision: 'undo', choice: ids }),
            )
          : null}
        {href && pending ? (
          <Link className="ml-auto text-accent-ink text-sm underline" href={href} prefetch={false}>
            Show in the letter
          </Link>
        ) : null}
      </span>
    </li>
  );
}
