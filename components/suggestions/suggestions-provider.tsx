'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLetterNews } from '@/components/live/letter-news';
import { ApiError, callApi } from '@/components/ui/call-api';
import { useToast } from '@/components/ui/use-toast';
import type { LetterSuggestions } from '@/lib/services/suggestion/list-suggestions';
import type { SuggestionAnswer } from '@/lib/services/suggestion/suggestion-answer';
import { type SuggestionRequest, SuggestionsContext, type SuggestionsState, type WritingMode } from './suggestions-context';

const DONE = { accept: 'accepted', reject: 'rejected', withdraw: 'taken back', undo: 'opened again' } as const;

interface SuggestionsProviderProps {
  letterId: string;
  memberId: string;
  /** The suggestion that the page was opened for. */
  initialLookedAt?: string | null;
  children: ReactNode;
}

/** Reads a letter's suggestions and keeps them fresh; holds whether this member edits or suggests. Inside LetterNewsProvider, around the editors. */
export function SuggestionsProvider({ letterId, memberId, initialLookedAt = null, children }: SuggestionsProviderProps) {
  const toast = useToast();
  const [read, setRead] = useState<LetterSuggestions | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setMode] = useState<WritingMode | null>(null);
  const [shown, setShown] = useState(true);
  const [lookedAt, lookAt] = useState<string | null>(initialLookedAt);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const last = useRef<readonly string[]>([]);

  const reload = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    try {
      const answer = await callApi<LetterSuggestions>(`/api/letters/${letterId}/suggestions`);
      if (turn !== asked.current) return;
      setRead(answer);
      setProblem(null);
    } catch (error) {
      if (turn === asked.current) setProblem(error instanceof ApiError ? error.message : String(error));
    }
  }, [letterId]);
  useEffect(() => void reload(), [reload]);
  useLetterNews('suggestions', () => void reload());
  // a section that was signed or reopened changes what may be done with its suggestions
  useLetterNews('review', () => void reload());

  const decide = useCallback(
    async (request: SuggestionRequest) => {
      setBusy(true);
      try {
        const answer = await callApi<SuggestionAnswer>(`/api/letters/${letterId}/suggestions/decisions`, { method: 'POST', body: request });
        last.current = request.decision === 'accept' || request.decision === 'reject' ? answer.done : [];
        const { length } = answer.done;
        const [left] = answer.left;
        if (left) {
          toast({
            tone: 'amber',
            title: answer.left.length === 1 ? 'A suggestion was left as it is' : `${answer.left.length} suggestions were left as they are`,
            description: left.reason,
          });
        } else if (length > 1) toast({ tone: 'green', title: `${length} suggestions ${DONE[request.decision]}` });
        await reload();
      } catch (error) {
        toast({ tone: 'red', title: 'Nothing was decided', description: error instanceof ApiError ? error.message : String(error) });
      } finally {
        setBusy(false);
      }
    },
    [letterId, reload, toast],
  );
  const undoLast = useCallback(async () => {
    if (last.current.length > 0) await decide({ decision: 'undo', choice: { ids: last.current } });
  }, [decide]);

  const state = useMemo<SuggestionsState>(
    () => ({
      suggestions: read?.suggestions ?? null,
      problem,
      memberId,
      rights: read?.rights ?? null,
      mode: modeOf(read, chosen),
      setMode,
      shown,
      setShown,
      lookedAt,
      lookAt,
      busy,
      decide,
      undoLast,
      reload: () => void reload(),
    }),
    [read, problem, memberId, chosen, shown, lookedAt, busy, decide, undoLast, reload],
  );
  return <SuggestionsContext value={state}>{children}</SuggestionsContext>;
}

/** Who may only suggest suggests; whoever may do both has the choice. */
function modeOf(read: LetterSuggestions | null, chosen: WritingMode | null): WritingMode {
  if (!read?.rights.suggest.allowed) return 'editing';
  return read.rights.edit.allowed ? (chosen ?? 'editing') : 'suggesting';
}
