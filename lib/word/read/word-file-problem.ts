import type { ErrorCode } from '@/lib/core/errors';

/** Every reason why a file cannot be read as a returned Word file, with the error that a service answers with. */
export const WORD_FILE_CODES = {
  /** Over the limits of size, parts, unpacked bytes or nesting. */
  'too-large': 'TOO_LARGE',
  /** Parts unpack to so much more than they are that no document does it: a zip bomb. */
  'packed-too-tightly': 'TOO_LARGE',
  /** Protected by a password. */
  encrypted: 'UNREADABLE_FILE',
  /** A .doc, .odt, PDF or another kind of file. */
  'other-format': 'UNREADABLE_FILE',
  /** A document with macros. */
  macros: 'UNREADABLE_FILE',
  /** The zip is cut off or its directory or a part does not unpack. */
  'damaged-zip': 'UNREADABLE_FILE',
  /** A part is not good XML: `part`, `line` and `column` say where. */
  'damaged-part': 'UNREADABLE_FILE',
  /** A part has a document type or entities of its own. */
  'document-type': 'UNREADABLE_FILE',
  /** A part that every document has is not there. */
  'missing-part': 'UNREADABLE_FILE',
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type WordFileCode = keyof typeof WORD_FILE_CODES;

/** Why a file cannot be read, in a sentence for a person. Line and column count from 1. */
export interface WordFileProblem {
  readonly code: WordFileCode;
  readonly message: string;
  readonly part: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

export function wordFileProblem(
  code: WordFileCode,
  message: string,
  place: { readonly part?: string; readonly line?: number; readonly column?: number } = {},
): WordFileProblem {
  return { code, message, part: place.part ?? null, line: place.line ?? null, column: place.column ?? null };
}

/** Thrown inside the reader alone, and caught by readWord: a part may turn out to be damaged deep in the reading. */
export class UnreadableWordFile extends Error {
  constructor(readonly problem: WordFileProblem) {
    super(problem.message);
    this.name = 'UnreadableWordFile';
  }
}
