/** Where in the letter a finding stands: a section, a node in it, or the furniture (both null). */
export interface FindingPlace {
  readonly sectionId: string | null;
  readonly nodeId: string | null;
  /** Words for a person: "Question 4", "Re: line". */
  readonly label: string;
}

/** Something to mend before the letter is filed. An error stops an export unless somebody overrides it; a warning is shown. */
export interface LetterFinding {
  readonly severity: 'error' | 'warning';
  /** A stable name of the kind of finding, e.g. "question-open". */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  readonly place: FindingPlace;
}
