import type { ParagraphChild } from 'docx';
import { referenceBookmark } from './referred';
import type { WriteContext } from './write-context';
import { bookmarkEnd, bookmarkStart, inParagraph } from './xml-element';

/** The runs within the bookmark of a place, where something in the letter leads to it. */
export function bookmarked(key: string, runs: readonly ParagraphChild[], context: WriteContext): readonly ParagraphChild[] {
  if (!context.referred.keys.has(key) || runs.length === 0) return runs;
  const id = context.ids.next();
  return [inParagraph(bookmarkStart(id, referenceBookmark(key))), ...runs, inParagraph(bookmarkEnd(id))];
}
