import { diffSequences } from './diff-sequences';
import { textLine, tokensOf } from './text-line';

/**
 * Carries a stretch of a text over to a later version of it: what was put in inside of it belongs to it, what was put in at its ends does not.
 * Null where every word of it is gone. A place between two characters (from equal to `to`) always has one.
 */
export function carryOffsets(before: string, after: string): (from: number, to: number) => { from: number; to: number } | null {
  const kept = keptUnits(before, after);
  const next = (offset: number) => {
    for (let unit = offset; unit < before.length; unit += 1) if ((kept[unit] as number) >= 0) return kept[unit] as number;
    return after.length;
  };
  const last = (offset: number) => {
    for (let unit = offset - 1; unit >= 0; unit -= 1) if ((kept[unit] as number) >= 0) return (kept[unit] as number) + 1;
    return 0;
  };
  return (from, to) => {
    if (from === to) return { from: last(from), to: last(from) };
    const [start, end] = [next(from), last(to)];
    return end > start ? { from: start, to: end } : null;
  };
}

/** The unit after of each unit before; -1 where it is gone. */
function keptUnits(before: string, after: string): Int32Array {
  const [old, now] = [before, after].map((text) => tokensOf(textLine([{ type: 'paragraph', content: [{ type: 'text', text }] }])));
  const kept = new Int32Array(before.length).fill(-1);
  if (!old || !now) return kept;
  const differences = diffSequences(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  let [word, shift] = [0, 0];
  for (const [from, to, , nowTo] of [...differences, [old.length, old.length, 0, 0] as const]) {
    for (; word < from; word += 1) {
      const [own, its] = [old[word], now[word + shift]];
      if (own && its) for (let unit = own.from; unit < own.to; unit += 1) kept[unit] = its.from + unit - own.from;
    }
    keepEnds(
      kept,
      before,
      after,
      [old[from]?.from, old[to - 1]?.to, now[from + shift]?.from, now[nowTo - 1]?.to],
      from < to && from + shift < nowTo,
    );
    word = to;
    shift = nowTo - to;
  }
  return kept;
}

/** Of words that were changed, the letters at both ends that stayed: "words" is still there in "wordsx". */
function keepEnds(kept: Int32Array, before: string, after: string, place: readonly (number | undefined)[], isReplaced: boolean): void {
  const [from = 0, to = 0, nowFrom = 0, nowTo = 0] = place;
  if (!isReplaced) return;
  const room = Math.min(to - from, nowTo - nowFrom);
  let start = 0;
  for (; start < room && before[from + start] === after[nowFrom + start]; start += 1) kept[from + start] = nowFrom + start;
  for (let end = 1; end <= room - start && before[to - end] === after[nowTo - end]; end += 1) kept[to - end] = nowTo - end;
}
