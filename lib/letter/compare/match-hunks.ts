import type { HunkPlace, RunLines, RunPlaces } from './run-places';
import type { TextLine } from './text-line';

/** Reads words as those before with some of the hunks made; null where they are anything else. */
export function matchHunks(run: RunLines, now: TextLine, wanted: ReadonlySet<number>): RunPlaces | null {
  const made = choose(run, now, (hunk) => (wanted.has(hunk) ? [false] : [true, false]));
  const choice = made ?? choose(run, now, () => [false, true]);
  return choice && placesOf(run, choice);
}

/** For each hunk whether it is made; `options` in the order in which they are tried. */
function choose(run: RunLines, now: TextLine, options: (hunk: number) => readonly boolean[]): boolean[] | null {
  const failed = new Set<number>();
  const made: boolean[] = [];
  const width = now.keys.length + 1;
  const follow = (hunk: number, start: number): boolean => {
    if (failed.has(hunk * width + start)) return false;
    const from = run.hunks[hunk - 1]?.[1] ?? 0;
    const next = run.hunks[hunk];
    const to = next?.[0] ?? run.before.keys.length;
    let at = start;
    const fits = agree(run.before, from, to, now, at);
    if (fits) at += to - from;
    if (fits && !next && at === now.keys.length) return true;
    if (fits && next) {
      for (const option of options(hunk)) {
        const [line, begin, end] = option ? ([run.after, next[2], next[3]] as const) : ([run.before, next[0], next[1]] as const);
        made[hunk] = option;
        if (agree(line, begin, end, now, at) && follow(hunk + 1, at + end - begin)) return true;
      }
    }
    failed.add(hunk * width + start);
    return false;
  };
  return follow(0, 0) ? made : null;
}

function agree(line: TextLine, from: number, to: number, now: TextLine, at: number): boolean {
  if (at + to - from > now.keys.length) return false;
  for (let index = from; index < to; index += 1) if (line.keys[index] !== now.keys[at + index - from]) return false;
  return true;
}

function placesOf(run: RunLines, made: readonly boolean[]): RunPlaces {
  const units = new Int32Array(run.before.keys.length).fill(-1);
  const hunks: HunkPlace[] = [];
  let [at, unit] = [0, 0];
  const keep = (to: number) => {
    for (; unit < to; unit += 1, at += 1) units[unit] = at;
  };
  for (const [index, [from, to, afterFrom, afterTo]] of run.hunks.entries()) {
    keep(from);
    const start = at;
    if (made[index]) {
      at += afterTo - afterFrom;
      unit = to;
    } else keep(to);
    hunks.push({ state: made[index] ? 'after' : 'before', from: start, to: at });
  }
  keep(run.before.keys.length);
  return { hunks, units };
}
