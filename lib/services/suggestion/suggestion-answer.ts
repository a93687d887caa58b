/** What became of the suggestions that somebody decided: those that were, and those that stay as they are, each with the reason. */
export interface SuggestionAnswer {
  readonly done: readonly string[];
  readonly left: readonly { readonly id: string; readonly reason: string }[];
}
