import type { Difference } from './diff-sequences';
import { borderName, isNamedUnit, type Token } from './text-line';

const FEW_WORDS = 3;
const LEAST_KEPT = 0.2;

/**
 * Differences that a reader would take for one are one: where fewer equal words stand between two of them than either changes. Figures,
 * footnotes and borders of blocks are never taken out and put in again, because they have a name.
 */
export function mergeNear(found: readonly Difference[], old: readonly Token[], now: readonly Token[]): Difference[] {
  let merged = [...found];
  for (let before = merged.length + 1; merged.length < before; ) {
    before = merged.length;
    merged = onePass(merged, old, now);
  }
  return isOtherText(merged, old, now) ? whole(merged) : merged;
}

function onePass(found: readonly Difference[], old: readonly Token[], now: readonly Token[]): Difference[] {
  const out: Difference[] = [];
  for (const next of found) {
    const last = out.at(-1);
    if (last && belongTogether(last, next, old, now)) out[out.length - 1] = [last[0], next[1], last[2], next[3]];
    else out.push(next);
  }
  return out;
}

function belongTogether(one: Difference, other: Difference, old: readonly Token[], now: readonly Token[]): boolean {
  const between = old.slice(one[1], other[0]);
  if (between.some(({ key }) => isNamedUnit(key)) || hasBorder(one, old, now) || hasBorder(other, old, now)) return false;
  const bothAdd = one[0] === one[1] && other[0] === other[1];
  const bothTake = one[2] === one[3] && other[2] === other[3];
  if (bothAdd || bothTake) return false;
  const words = between.filter(isWord).length;
  const length = lengthOf(old, one[1], other[0]);
  return words <= FEW_WORDS && length <= Math.min(reach(one, old, now), reach(other, old, now));
}

/** Whether next to nothing of the words stays, so that to show them as kept would tell nothing. */
function isOtherText(found: readonly Difference[], old: readonly Token[], now: readonly Token[]): boolean {
  if (found.length < 3 || found.some((hunk) => hasBorder(hunk, old, now))) return false;
  const [first, last] = [found[0] as Difference, found.at(-1) as Difference];
  const between = old.slice(first[0], last[1]);
  if (between.some(({ key }) => isNamedUnit(key))) return false;
  const gone = found.reduce((sum, [from, to]) => sum + wordsLength(old.slice(from, to)), 0);
  const all = wordsLength(between);
  return all - gone < all * LEAST_KEPT;
}

function whole(found: readonly Difference[]): Difference[] {
  const [first, last] = [found[0] as Difference, found.at(-1) as Difference];
  return [[first[0], last[1], first[2], last[3]]];
}

function hasBorder([from, to, nowFrom, nowTo]: Difference, old: readonly Token[], now: readonly Token[]): boolean {
  return [...old.slice(from, to), ...now.slice(nowFrom, nowTo)].some(({ key }) => borderName(key) !== null);
}

function reach([from, to, nowFrom, nowTo]: Difference, old: readonly Token[], now: readonly Token[]): number {
  return Math.max(lengthOf(old, from, to), lengthOf(now, nowFrom, nowTo));
}

function lengthOf(tokens: readonly Token[], from: number, to: number): number {
  return to > from ? (tokens[to - 1] as Token).to - (tokens[from] as Token).from : 0;
}

function isWord({ key }: Token): boolean {
  return /[\p{L}\p{N}]/u.test(key);
}

function wordsLength(tokens: readonly Token[]): number {
  return tokens.filter(isWord).reduce((sum, { from, to }) => sum + to - from, 0);
}
