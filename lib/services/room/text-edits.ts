import { diffSequences } from '@/lib/letter/compare/diff-sequences';

/** At `at` of the text as it was, `removed` characters give way to `inserted`. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/**
 * The edits, first to last, that make one text of another, word by word: what stands between two edits is left alone, so that somebody who
 * writes there at the same moment keeps their place. A word or number that gives way to another one is replaced whole: letters that the two
 * share would go with the old one where somebody deletes it at the same moment, and leave a torn word. Very long texts that differ
 * throughout give one edit.
 */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const [oldStarts, nowStarts] = [startsOf(old), startsOf(now)];
  return diffSequences(old, now).map(([from, to, otherFrom, otherTo]) => {
    const [at, end] = [oldStarts[from] ?? 0, oldStarts[to] ?? 0];
    return trimmed({ at, removed: end - at, inserted: after.slice(nowStarts[otherFrom], nowStarts[otherTo]) }, before);
  });
}

/** Letters and digits together, with the points and commas inside of a number; white space; any other sign alone. */
const WORD = /(?:[\p{L}\p{M}\p{N}]|(?<=\p{N})[.,](?=\p{N}))+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Where each word begins, and where the last one ends. */
function startsOf(words: readonly string[]): number[] {
  const starts = [0];
  for (const word of words) starts.push((starts.at(-1) ?? 0) + word.length);
  return starts;
}

/** Where a word only grew or shrank, without the characters that stay at its ends; a pair of surrogates is never taken apart. */
function trimmed({ at, removed, inserted }: TextEdit, before: string): TextEdit {
  const old = before.slice(at, at + removed);
  let start = 0;
  while (start < old.length && start < inserted.length && old[start] === inserted[start]) start++;
  if (isHighSurrogate(old.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < old.length - start && end < inserted.length - start && old.at(-1 - end) === inserted.at(-1 - end)) end++;
  if (isLowSurrogate(old.charCodeAt(old.length - end))) end--;
  if (start + end < old.length && start + end < inserted.length) return { at, removed, inserted };
  return { at: at + start, removed: removed - start - end, inserted: inserted.slice(start, inserted.length - end) };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
