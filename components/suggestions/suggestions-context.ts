import { createContext, useContext } from 'react';
import type { Decision } from '@/lib/policies/decision';
import type { SuggestionView } from '@/lib/services/suggestion/list-suggestions';

export type WritingMode = 'editing' | 'suggesting';

/** What is done with suggestions: named ones, all of an author, or all of the letter. */
export type SuggestionRequest =
  | { readonly decision: 'accept'; readonly choice: SuggestionTarget }
  | { readonly decision: 'reject'; readonly choice: SuggestionTarget; readonly reason?: string }
  | { readonly decision: 'withdraw' | 'undo'; readonly choice: { readonly ids: readonly string[] } };

export type SuggestionTarget = { readonly ids: readonly string[] } | { readonly authorId: string } | { readonly all: true };

/** The letter's suggestions in this page, and how this member writes in it. */
export interface SuggestionsState {
  /** null while they are being read for the first time */
  readonly suggestions: readonly SuggestionView[] | null;
  /** why they could not be read */
  readonly problem: string | null;
  readonly memberId: string;
  /** what the member may do in sections that are not signed; null until it is known */
  readonly rights: { readonly suggest: Decision; readonly edit: Decision } | null;
  readonly mode: WritingMode;
  setMode(mode: WritingMode): void;
  /** whether suggestions are marked in the text */
  readonly shown: boolean;
  setShown(shown: boolean): void;
  /** the suggestion whose card and marks are brought out */
  readonly lookedAt: string | null;
  lookAt(id: string | null): void;
  /** a decision is on its way */
  readonly busy: boolean;
  decide(request: SuggestionRequest): Promise<void>;
  /** Undoes the last decision of this page; does nothing where there is none. */
  undoLast(): Promise<void>;
  reload(): void;
}

export const SuggestionsContext = createContext<SuggestionsState | null>(null);

/** Null where the page shows no suggestions. */
export function useSuggestions(): SuggestionsState | null {
  return useContext(SuggestionsContext);
}
