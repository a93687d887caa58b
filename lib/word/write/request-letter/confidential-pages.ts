import type { LetterContent } from '@/lib/letter/letter-content';
import { readingOrder } from '@/lib/letter/numbering/number-letter';
import { sectionBookmark } from '../../figure-tag';
import type { LetterBuild } from '../../letter-build';
import { writePagedLetter } from '../write-letter';

/** The pages of a confidential file, by a layout of our own: a person looks at the printed file before a request names them. */
export interface ConfidentialPages {
  readonly count: number;
  /** By section: the page on which it begins, and the one on which the next begins, where this one ends at the latest. */
  readonly sections: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
}

/** Lays out the confidential file of a letter as one agency gets it. */
export function confidentialPages(content: LetterContent, build: Omit<LetterBuild, 'kind'>): ConfidentialPages {
  const { count, bookmarks } = writePagedLetter(content, { ...build, kind: 'confidential' }).pages;
  const begun = readingOrder(content.sections).flatMap(({ id }) => {
    const first = bookmarks.get(sectionBookmark(id));
    return first === undefined ? [] : [{ id, first }];
  });
  const sections = new Map(begun.map(({ id, first }, index) => [id, { first, last: begun[index + 1]?.first ?? count }]));
  return { count, sections };
}
