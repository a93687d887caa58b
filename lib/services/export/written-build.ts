/** A Word file as it was written. */
export interface WrittenBuild {
  readonly bytes: Uint8Array;
  /** of the review build: open suggestions that are not in the file */
  readonly leftOut: readonly LeftOutSuggestion[];
}

/** An open suggestion that could not be drawn into the text of a file, and why: in a sentence. */
export interface LeftOutSuggestion {
  readonly suggestionId: string;
  readonly sectionId: string;
  /** empty where the letter has the section no more */
  readonly sectionTitle: string;
  readonly author: string;
  readonly reason: string;
}
