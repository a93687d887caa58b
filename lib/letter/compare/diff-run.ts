import type { ProseNode } from '../schema/prose-node';
import { type Difference, diffSequences } from './diff-sequences';
import { mergeNear } from './merge-near';
import { borderName, type TextLine, type Token, textLine, tokensOf } from './text-line';

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
  const found = diffSequences(
    oldTokens.map(({ key }) => key),
    nowTokens.map(({ key }) => key),
    Math.max(LEAST_STEPS, Math.round((oldTokens.length + nowTokens.length) * MOST_CHANGED)),
  );
  const hunks = mergeNear(found, oldTokens, nowTokens)
    .map((hunk, index, all) => slideToWord(hunk, all[index + 1]?.[0] ?? oldTokens.length, oldTokens, nowTokens))
    .flatMap((hunk) => apart(hunk, oldTokens, nowTokens));
  const oldAt = (index: number) => oldTokens[index]?.from ?? old.keys.length;
  const nowAt = (index: number) => nowTokens[index]?.from ?? now.keys.length;
  return {
    before: old,
    after: now,
    hunks: hunks.map(([from, to, nowFrom, nowTo]) => [oldAt(from), oldAt(to), nowAt(nowFrom), nowAt(nowTo)] as const),
  };
}

/** " big" put in before a space is "big " put in after one: a stretch of words begins with a word where it can. */
function slideToWord(hunk: Difference, limit: number, old: readonly Token[], now: readonly Token[]): Difference {
  const [from, to, nowFrom, nowTo] = hunk;
  const inserted = from === to;
  if (!inserted && nowFrom !== nowTo) return hunk;
  const first = inserted ? now[nowFrom] : old[from];
  const next = inserted ? now[nowTo] : old[to];
  if (first?.key.trim() !== '' || next?.key !== first.key || to >= limit) return hunk;
  return [from + 1, to + 1, nowFrom + 1, nowTo + 1];
}

/** A stretch with borders of blocks in it as several: each border by itself, the words between them apart. */
function apart([from, to, nowFrom, nowTo]: Difference, old: readonly Token[], now: readonly Token[]): Difference[] {
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

/** The stretches of tokens between borders, the first from the beginning. */
function pieces(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const out: [number, number][] = [];
  let start = from;
  for (let index = from; index < to; index += 1) {
    if (borderName(tokens[index]?.key) === null) continue;
    out.push([start, index]);
    start = index + 1;
  }
  out.push([start, to]);
  return out;
}
