import type { FileProblem } from '@/lib/core/file-problem';
import type { RequestDocument, RequestFootnote, SourcePlace } from '../request-document';

/**
 * A heading or a paragraph of the text that follows the head of a document. Footnote marks stand in the text between the
 * signs of inline-marks.ts until the questions are cut out.
 */
export interface RawBlock {
  readonly kind: 'heading' | 'paragraph';
  /** Of a heading: as the source tags it; null where it has to be told from its number. */
  readonly level: number | null;
  readonly text: string;
  readonly place: SourcePlace;
}

/** What the head of a document says about itself. */
export type RequestHead = Omit<RequestDocument, 'sections' | 'footnotes' | 'warnings' | 'source'>;

/** One document as a reader hands it on: all forms meet here. */
export interface RawDocument {
  readonly head: RequestHead;
  readonly blocks: readonly RawBlock[];
  readonly footnotes: readonly RequestFootnote[];
  readonly warnings: readonly FileProblem[];
}

export const EMPTY_HEAD: RequestHead = {
  title: '',
  type: null,
  action: null,
  citation: null,
  documentNumber: null,
  docketIds: [],
  releases: [],
  rins: [],
  cfrParts: [],
  dates: { published: null, commentsClose: null, text: null },
  agencies: [],
  summary: [],
  addresses: [],
  contacts: [],
};
