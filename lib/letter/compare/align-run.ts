import { alignWords } from './align-words';
import { matchHunks } from './match-hunks';
import type { RunLines, RunPlaces } from './run-places';
import type { TextLine } from './text-line';

/**
 * Finds the words of a run in words that may have moved on: first as the words before with some of the hunks made and nothing else, then by
 * the least edits that other people can have made. Hunks that are `wanted` are rather taken as not made yet.
 */
export function alignRun(run: RunLines, now: TextLine, wanted: ReadonlySet<number>): RunPlaces {
  return matchHunks(run, now, wanted) ?? alignWords(run, now, wanted);
}
