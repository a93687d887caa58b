import type { HunkPlace, RunLines, RunPlaces } from './run-places';
import { borderName, isTextUnit, type TextLine, type Token, tokensOf } from './text-line';

/** A word of a run: of what both sides have, or of one side of a hunk. */
interface RunWord extends Token {
  readonly side: 'before' | 'after';
  /** -1 for what both sides have */
  readonly hunk: number;
  /** the words it may follow, by index; -1 is the beginning. Those first that are rather taken. */
  readonly preceding: readonly number[];
}

const BEGINNING = -1;
/** Beyond this many cells the words are taken as lost rather than searched. */
const MOST_CELLS = 12_000_000;

/**
 * Finds a run's words in words that other people have changed too: the way through both versions (at each hunk one of its sides) from which the
 * present words come by the fewest insertions and deletions.
 */
export function alignWords(run: RunLines, now: TextLine, wanted: ReadonlySet<number>): RunPlaces {
  const { words, ends } = graphOf(run, wanted);
  const present = cutAlike(tokensOf(now), run);
  const path = (words.length + 1) * (present.length + 1) > MOST_CELLS ? [] : cheapestPath(words, ends, present);
  return placesOf(run, now, words, path, present);
}

/** The present words, cut where the run cuts the same word in two. */
function cutAlike(present: readonly Token[], run: RunLines): Token[] {
  const cuts = new Map<string, Set<number>>();
  for (const side of ['before', 'after'] as const) {
    const borders = new Set(run.hunks.flatMap((hunk) => (side === 'before' ? [hunk[0], hunk[1]] : [hunk[2], hunk[3]])));
    for (const { key, from, to } of tokensOf(run[side])) {
      for (let unit = from + 1; unit < to; unit += 1) if (borders.has(unit)) cuts.set(key, (cuts.get(key) ?? new Set()).add(unit - from));
    }
  }
  return present.flatMap((token) => {
    const places = cuts.get(token.key);
    if (!places) return [token];
    const ends = [0, ...[...places].sort((one, other) => one - other), token.key.length];
    return ends.slice(1).map((end, index) => {
      const start = ends[index] as number;
      return { key: token.key.slice(start, end), from: token.from + start, to: token.from + end };
    });
  });
}

function graphOf(run: RunLines, wanted: ReadonlySet<number>): { words: RunWord[]; ends: readonly number[] } {
  const words: RunWord[] = [];
  const chain = (line: TextLine, from: number, to: number, side: RunWord['side'], hunk: number, preceding: readonly number[]) => {
    let last = preceding;
    for (const token of tokensOf(line, from, to)) {
      words.push({ ...token, side, hunk, preceding: last });
      last = [words.length - 1];
    }
    return last;
  };
  let open: readonly number[] = [BEGINNING];
  let at = 0;
  for (const [index, [from, to, afterFrom, afterTo]] of run.hunks.entries()) {
    const start = chain(run.before, at, from, 'before', -1, open);
    const before = chain(run.before, from, to, 'before', index, start);
    const after = chain(run.after, afterFrom, afterTo, 'after', index, start);
    open = [...new Set(wanted.has(index) ? [...before, ...after] : [...after, ...before])];
    at = to;
  }
  return { words, ends: chain(run.before, at, run.before.keys.length, 'before', -1, open) };
}

/** A word of the run that the way goes through, and the present word that it is; -1 where it is gone. */
interface Step {
  readonly word: number;
  readonly present: number;
}

function cheapestPath(words: readonly RunWord[], ends: readonly number[], present: readonly Token[]): Step[] {
  const width = present.length + 1;
  const costs: Int32Array[] = [];
  const first = new Int32Array(width);
  const inserting = present.map(weight);
  for (let at = 1; at < width; at += 1) first[at] = (first[at - 1] as number) + (inserting[at - 1] as number);
  const row = (word: number): Int32Array => (word === BEGINNING ? first : (costs[word] as Int32Array));
  for (const [index, word] of words.entries()) {
    const own = new Int32Array(width);
    const skipping = weight(word);
    for (let at = 0; at < width; at += 1) {
      let least = at > 0 ? (own[at - 1] as number) + (inserting[at - 1] as number) : Number.MAX_SAFE_INTEGER;
      const same = at > 0 && present[at - 1]?.key === word.key;
      for (const before of word.preceding) {
        least = Math.min(least, (row(before)[at] as number) + skipping);
        if (same) least = Math.min(least, row(before)[at - 1] as number);
      }
      own[at] = least;
    }
    costs[index] = own;
  }
  return walkBack(words, ends, present, row, inserting);
}

function walkBack(
  words: readonly RunWord[],
  ends: readonly number[],
  present: readonly Token[],
  row: (word: number) => Int32Array,
  inserting: readonly number[],
): Step[] {
  const steps: Step[] = [];
  let at = present.length;
  let index = ends.reduce((best, end) => ((row(end)[at] as number) < (row(best)[at] as number) ? end : best));
  while (index !== BEGINNING) {
    const word = words[index] as RunWord;
    const cost = row(index)[at] as number;
    const matched = at > 0 && present[at - 1]?.key === word.key ? word.preceding.find((own) => row(own)[at - 1] === cost) : undefined;
    if (matched !== undefined) {
      steps.push({ word: index, present: at - 1 });
      [index, at] = [matched, at - 1];
    } else if (at > 0 && cost === (row(index)[at - 1] as number) + (inserting[at - 1] as number)) at -= 1;
    else {
      const skipped = word.preceding.find((own) => (row(own)[at] as number) + weight(word) === cost);
      steps.push({ word: index, present: -1 });
      index = skipped ?? BEGINNING;
    }
  }
  return steps.reverse();
}

/** Losing a border or a figure is dearer than a word, a word dearer than a space. */
function weight({ key }: Token): number {
  if (!isTextUnit(key)) return borderName(key) === null ? 6 : 8;
  return /[\p{L}\p{N}]/u.test(key) ? 4 : 1;
}

function placesOf(run: RunLines, now: TextLine, words: readonly RunWord[], path: readonly Step[], present: readonly Token[]): RunPlaces {
  const units = new Int32Array(run.before.keys.length).fill(-1);
  for (const step of path) {
    const word = words[step.word] as RunWord;
    if (word.side === 'after' || step.present < 0) continue;
    const start = present[step.present]?.from ?? 0;
    for (let unit = word.from; unit < word.to; unit += 1) units[unit] = start + unit - word.from;
  }
  const hunks = run.hunks.map((hunk, index): HunkPlace => {
    const own = path.flatMap((step, place) => ((words[step.word] as RunWord).hunk === index ? [place] : []));
    if (path.length === 0 && words.length > 0) return LOST;
    if (own.length > 0) return wordsPlace(path, own, words, present);
    return betweenPlace(hunk, path, words, present, now.keys.length);
  });
  return { hunks, units };
}

const LOST: HunkPlace = { state: null, from: 0, to: 0 };

/** A hunk of which the way goes through words: they have to stand there whole, side by side. */
function wordsPlace(path: readonly Step[], own: readonly number[], words: readonly RunWord[], present: readonly Token[]): HunkPlace {
  const found = own.map((place) => present[(path[place] as Step).present]);
  const { side } = words[(path[own[0] as number] as Step).word] as RunWord;
  const there = found.filter((token) => token !== undefined);
  const [first, last] = [there[0], there.at(-1)];
  if (!first || !last) return LOST;
  const whole = there.length === found.length && there.every((token, index) => index === 0 || token.from === there[index - 1]?.to);
  if (!whole && (side === 'before' || there.length * 2 < found.length)) return LOST;
  return { state: side, from: first.from, to: last.to };
}

/** A hunk whose side on the way is empty: the place between its neighbours, one of which has to stand. */
function betweenPlace(
  [from, to, afterFrom, afterTo]: RunLines['hunks'][number],
  path: readonly Step[],
  words: readonly RunWord[],
  present: readonly Token[],
  length: number,
): HunkPlace {
  const state = from === to ? 'before' : 'after';
  const next = path.findIndex((step) => {
    const word = words[step.word] as RunWord;
    return word.side === 'before' ? word.from >= to : word.from >= afterTo;
  });
  const [left, right] = [path[(next < 0 ? path.length : next) - 1], path[next]];
  if (from < to && afterFrom < afterTo) return LOST;
  if (!left || left.present >= 0) {
    const at = left ? (present[left.present] as Token).to : 0;
    return { state, from: at, to: at };
  }
  if (right && right.present < 0) return LOST;
  const at = right ? (present[right.present] as Token).from : length;
  return { state, from: at, to: at };
}
