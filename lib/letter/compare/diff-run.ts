import type { ProseNode } from '../schema/prose-node';
import { type Difference, diffSequences } from './diff-sequences';
import { mergeNear } from './merge-near';
import { borderName, isNamedUnit, type TextLine, type Token, textLine, tokensOf } from './text-line';

/** Two versions of a row of text blocks and where they differ, in units of their lines; borders of blocks are hunks of their own. */
export interface RunDifference {
  readonly before: TextLine;
  readonly after: TextLine;
  readonly hunks: readonly Difference[];
}

/** Where more than this share of the words differ, they are other words, and to search what they have in common would only cost time. */
const MOST_CHANGED = 0.6;
const LEAST_STEPS = 40;

/** The words in which two rows of text blocks differ: whole words, few stretches rather than many small ones. */
export function diffRun(before: readonly ProseNode[], after: readonly ProseNode[]): RunDifference {
  const [old, now] = [textLine(before), textLine(after)];
  const [oldTokens, nowTokens] = [tokensOf(old), tokensOf(now)];
  const found = differingTokens(oldTokens, nowTokens);
  const oldAt = (index: number) => oldTokens[index]?.from ?? old.keys.length;
  const nowAt = (index: number) => nowTokens[index]?.from ?? now.keys.length;
  const hunks = mergeNear(
    found.flatMap((hunk) => keepNamed(hunk, oldTokens, nowTokens)),
    oldTokens,
    nowTokens,
  )
    .map(([from, to, nowFrom, nowTo]) => [oldAt(from), oldAt(to), nowAt(nowFrom), nowAt(nowTo)] as const)
    .flatMap((hunk) => apart(cutInWord(hunk, old, now), old, now));
  return { before: old, after: now, hunks };
}

/** Where two rows of tokens differ. Spaces do not count when words are aligned, or else they would be what other words have in common. */
function differingTokens(old: readonly Token[], now: readonly Token[]): Difference[] {
  const words = (tokens: readonly Token[]) => tokens.flatMap(({ key }, index) => (key.trim() === '' ? [] : [{ key, index }]));
  const [olds, nows] = [words(old), words(now)];
  const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
  // how many steps the search for the shortest way may take: a number of words and no amount; whichever way is found, its changes are exact
  const limit = Math.max(LEAST_STEPS, Math.round((olds.length + nows.length) * MOST_CHANGED));
  const out: Difference[] = [];
  let [from, nowFrom] = [0, 0];
  const between = (to: number, nowTo: number) => {
    const hunk = trimmed([from, to, nowFrom, nowTo], old, now);
    if (hunk[0] < hunk[1] || hunk[2] < hunk[3]) out.push(hunk);
    [from, nowFrom] = [to + 1, nowTo + 1];
  };
  let [at, shift] = [0, 0];
  for (const [gone, end, , nowEnd] of [...diffSequences(keys(olds), keys(nows), limit), [olds.length, olds.length, 0, 0] as const]) {
    for (; at < gone; at += 1) between(olds[at]?.index ?? old.length, nows[at + shift]?.index ?? now.length);
    at = end;
    shift = nowEnd - end;
  }
  between(old.length, now.length);
  return out;
}

function trimmed([from, to, nowFrom, nowTo]: Difference, old: readonly Token[], now: readonly Token[]): Difference {
  const room = Math.min(to - from, nowTo - nowFrom);
  let start = 0;
  while (start < room && old[from + start]?.key === now[nowFrom + start]?.key) start += 1;
  let end = 0;
  while (end < room - start && old[to - 1 - end]?.key === now[nowTo - 1 - end]?.key) end += 1;
  return [from + start, to - end, nowFrom + start, nowTo - end];
}

/** A figure or footnote that both sides of a stretch have stays, whatever is written around it: the stretch ends before it and goes on behind. */
function keepNamed([from, to, nowFrom, nowTo]: Difference, old: readonly Token[], now: readonly Token[]): Difference[] {
  const named = (tokens: readonly Token[], start: number, end: number) =>
    tokens.flatMap(({ key }, index) => (index >= start && index < end && isNamedUnit(key) ? [{ key, index }] : []));
  const [olds, nows] = [named(old, from, to), named(now, nowFrom, nowTo)];
  if (olds.length === 0 || nows.length === 0) return [[from, to, nowFrom, nowTo]];
  const parts: Difference[] = [];
  let [start, nowStart] = [from, nowFrom];
  let [at, shift] = [0, 0];
  const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
  for (const [gone, end, , nowEnd] of [...diffSequences(keys(olds), keys(nows)), [olds.length, olds.length, 0, 0] as const]) {
    for (; at < gone; at += 1) {
      const [was, is] = [olds[at]?.index ?? to, nows[at + shift]?.index ?? nowTo];
      parts.push([start, was, nowStart, is]);
      [start, nowStart] = [was + 1, is + 1];
    }
    at = end;
    shift = nowEnd - end;
  }
  parts.push([start, to, nowStart, nowTo]);
  return parts.filter(([first, last, nowFirst, nowLast]) => first < last || nowFirst < nowLast);
}

/** Where a border is all that differs, it may stand inside of a word: "mar|gin" is "margin" split, not "margin" replaced. */
function cutInWord(hunk: Difference, old: TextLine, now: TextLine): Difference {
  const [from, to, nowFrom, nowTo] = hunk;
  const room = Math.min(to - from, nowTo - nowFrom);
  let start = 0;
  while (start < room && old.keys[from + start] === now.keys[nowFrom + start]) start += 1;
  let end = 0;
  while (end < room - start && old.keys[to - 1 - end] === now.keys[nowTo - 1 - end]) end += 1;
  const rest = [...old.keys.slice(from + start, to - end), ...now.keys.slice(nowFrom + start, nowTo - end)];
  return rest.length > 0 && rest.every((key) => borderName(key) !== null) ? [from + start, to - end, nowFrom + start, nowTo - end] : hunk;
}

/** A stretch with borders of blocks in it as several: each border by itself, the words between them apart. */
function apart([from, to, nowFrom, nowTo]: Difference, old: TextLine, now: TextLine): Difference[] {
  const gone = pieces(old, from, to);
  const put = pieces(now, nowFrom, nowTo);
  const [firstEnd, firstPut] = [gone[0]?.[1] ?? from, put[0]?.[1] ?? nowFrom];
  const parts: Difference[] = [[from, firstEnd, nowFrom, firstPut]];
  for (const [start, end] of gone.slice(1)) {
    parts.push([start - 1, start, firstPut, firstPut], [start, end, firstPut, firstPut]);
  }
  for (const [start, end] of put.slice(1)) parts.push([to, to, start - 1, start], [to, to, start, end]);
  return parts.filter(([start, end, putStart, putEnd]) => start < end || putStart < putEnd);
}

/** The stretches of units between borders, the first from the beginning. */
function pieces(line: TextLine, from: number, to: number): [number, number][] {
  const out: [number, number][] = [];
  let start = from;
  for (let unit = from; unit < to; unit += 1) {
    if (borderName(line.keys[unit]) === null) continue;
    out.push([start, unit]);
    start = unit + 1;
  }
  out.push([start, to]);
  return out;
}
