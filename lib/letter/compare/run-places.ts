import type { Difference } from './diff-sequences';
import type { TextLine } from './text-line';

/** How a hunk of a run stands in words that have moved on. */
export interface HunkPlace {
  /** as before it or after it; null where its words are gone or were changed otherwise */
  readonly state: 'before' | 'after' | null;
  /** the units of the present words, where there is a state */
  readonly from: number;
  readonly to: number;
}

/** Where the words of a run are now. */
export interface RunPlaces {
  readonly hunks: readonly HunkPlace[];
  /** the present unit of each unit before; -1 where it is gone */
  readonly units: Int32Array;
}

/** Two versions of a row of words and where they differ, in units. */
export interface RunLines {
  readonly before: TextLine;
  readonly after: TextLine;
  readonly hunks: readonly Difference[];
}
