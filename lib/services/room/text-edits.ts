/** At `at` of the text as it was, `removed` characters give way to `inserted`. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const MOST_CELLS = 4_000_000;

/**
 * The edits, first to last, that make one text of another, word by word: what stands between two edits is left alone, so that somebody who
 * writes there at the same moment keeps their place. Very long texts that differ throughout give one edit.
 */
export function textEdits(before: string, after: string): readonly TextEdit[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const [left, right] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const from = old.slice(0, start).join('').length;
  if (left.length === 0 && right.length === 0) return [];
  if (left.length * right.length > MOST_CELLS)
    return [trimmed({ at: from, removed: left.join('').length, inserted: right.join('') }, before)];
  return editsBetween(left, right, from).map((edit) => trimmed(edit, before));
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}+|\p{N}+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

function editsBetween(left: readonly string[], right: readonly string[], from: number): TextEdit[] {
  const width = right.length + 1;
  const common = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      common[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const edits: TextEdit[] = [];
  let [i, j, place] = [0, 0, from];
  let open: { at: number; removed: number; inserted: string } | null = null;
  while (i < left.length || j < right.length) {
    const [word, other] = [left[i], right[j]];
    if (word !== undefined && word === other) {
      if (open) edits.push(open);
      open = null;
      place += word.length;
      i++;
      j++;
      continue;
    }
    open ??= { at: place, removed: 0, inserted: '' };
    if (other === undefined || (word !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      open.removed += word?.length ?? 0;
      place += word?.length ?? 0;
      i++;
    } else {
      open.inserted += other;
      j++;
    }
  }
  if (open) edits.push(open);
  return edits;
}

/** Without the characters that stay at both ends of a replaced word; a pair of surrogates is never taken apart. */
function trimmed({ at, removed, inserted }: TextEdit, before: string): TextEdit {
  const old = before.slice(at, at + removed);
  let start = 0;
  while (start < old.length && start < inserted.length && old[start] === inserted[start]) start++;
  if (isHighSurrogate(old.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < old.length - start && end < inserted.length - start && old.at(-1 - end) === inserted.at(-1 - end)) end++;
  if (isLowSurrogate(old.charCodeAt(old.length - end))) end--;
  return { at: at + start, removed: removed - start - end, inserted: inserted.slice(start, inserted.length - end) };
}

const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
