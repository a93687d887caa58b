import type { FileProblem } from '@/lib/core/file-problem';

/** In which form a request arrived. */
export type SourceFormat = 'xml' | 'json' | 'html' | 'text';

/** Where something stands in its source: line of the file, page of the Federal Register; null where the source does not tell. */
export interface SourcePlace {
  readonly line: number | null;
  readonly page: string | null;
}

/** A lettered or numbered part of a question; the label is bare: "a", "ii", "1". */
export interface QuestionPart {
  readonly label: string;
  readonly text: string;
}

/** A question as the agencies put it: the text is theirs, without its number, its parts and its footnote marks. */
export interface RequestQuestion {
  /** Unique in the document: the section's key, a slash, the number or "n1", "n2" for unnumbered ones. */
  readonly key: string;
  /** How a letter names it: "Question 4", or "Question 1 (II.B)" where numbering starts again under each heading. */
  readonly label: string;
  /** As printed: "4"; null for a question that has none. */
  readonly number: string | null;
  readonly text: string;
  readonly parts: readonly QuestionPart[];
  readonly footnoteMarks: readonly string[];
  readonly place: SourcePlace;
}

/** Text that is not a question. */
export interface RequestParagraph {
  readonly text: string;
  readonly footnoteMarks: readonly string[];
}

export interface RequestSection {
  /** Path of the heading's numbers, "II.B"; words of the heading where it has none. Unique in the document. */
  readonly key: string;
  readonly heading: string;
  /** 1 for the outermost headings. */
  readonly level: number;
  readonly paragraphs: readonly RequestParagraph[];
  readonly questions: readonly RequestQuestion[];
}

export interface RequestFootnote {
  readonly mark: string;
  readonly text: string;
}

export interface RequestDates {
  /** ISO date of publication in the Federal Register; null where the source does not say. */
  readonly published: string | null;
  /** ISO date on which comments are due; null where the source gives none or only a relative one. */
  readonly commentsClose: string | null;
  /** The agencies' own words about dates. */
  readonly text: string | null;
}

/** A request for comment as read from one file: facts from its head, the outline, the questions, the footnotes. */
export interface RequestDocument {
  readonly title: string;
  /** "Proposed Rule", "Notice"; null where the source does not say. */
  readonly type: string | null;
  readonly action: string | null;
  /** "85 FR 70536" */
  readonly citation: string | null;
  /** Number of the Federal Register document, "2020-23928". */
  readonly documentNumber: string | null;
  /** File and docket numbers: "S7-15-20". */
  readonly docketIds: readonly string[];
  /** Release numbers: "34-90246". */
  readonly releases: readonly string[];
  readonly rins: readonly string[];
  /** "17 CFR Part 23" */
  readonly cfrParts: readonly string[];
  readonly dates: RequestDates;
  readonly agencies: readonly string[];
  readonly summary: readonly string[];
  /** How and where to send comments, paragraph by paragraph. */
  readonly addresses: readonly string[];
  readonly contacts: readonly string[];
  readonly sections: readonly RequestSection[];
  readonly footnotes: readonly RequestFootnote[];
  /** What a person should check; nothing here stops the import. */
  readonly warnings: readonly FileProblem[];
  readonly source: { readonly format: SourceFormat; readonly fileName: string | null; readonly sha256: string };
}
