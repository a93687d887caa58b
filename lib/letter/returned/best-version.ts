import type { LetterSection } from '../letter-content';
import { plainTextOf } from '../schema/plain-text';
import { settleTracked } from '../tracked/settle-tracked';
import type { ReturnedDocument } from './returned-document';

export type VersionText = readonly Pick<LetterSection, 'title' | 'body'>[];

/** From this share of words in common on, a file is taken for one of a letter. */
const LIKE = 0.5;

/**
 * Which of several versions, the newest first, a file was most likely written from, by the words they share with the file before its tracked
 * changes. Null where there is no version.
 */
export function bestVersion(
  returned: ReturnedDocument,
  versions: readonly VersionText[],
): { readonly index: number; readonly like: number; readonly isLike: boolean } | null {
  const words = countWords(
    returned.sections.map(({ title, titleBefore, body }) => `${titleBefore ?? title} ${plainTextOf(settleTracked(body, 'reject'))}`),
  );
  let best: { index: number; like: number } | null = null;
  for (const [index, sections] of versions.entries()) {
    const like = shared(words, countWords(sections.map(({ title, body }) => `${title} ${plainTextOf(body)}`)));
    if (!best || like > best.like) best = { index, like };
  }
  return best && { ...best, isLike: best.like >= LIKE };
}

function countWords(texts: readonly string[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const text of texts) for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** The words that both have, twice, over the words of both: 0 to 1. */
function shared(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [common, all] = [0, 0];
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}
