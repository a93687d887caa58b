interface SuggestionSubject {
  readonly type: 'suggestion';
  readonly id: string;
}

/** What the log keeps of a suggestion: whose it was, and the words before and after. */
export interface SuggestionFacts {
  readonly letterId: string;
  readonly sectionId: string;
  /** null for an author who is no member: then only the name is known */
  readonly authorId: string | null;
  readonly authorName: string;
  /** a ChangeKind of lib/letter/compare/change.ts */
  readonly kind: string;
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

export type SuggestionEvent =
  | { readonly type: 'suggestion.accepted'; readonly subject: SuggestionSubject; readonly data: SuggestionFacts }
  | {
      readonly type: 'suggestion.rejected';
      readonly subject: SuggestionSubject;
      /** why, where somebody said; else empty */
      readonly data: SuggestionFacts & { readonly reason: string };
    }
  | { readonly type: 'suggestion.withdrawn'; readonly subject: SuggestionSubject; readonly data: SuggestionFacts }
  | {
      readonly type: 'suggestion.reopened';
      readonly subject: SuggestionSubject;
      readonly data: SuggestionFacts & { readonly was: string };
    };
