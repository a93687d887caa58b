import type { Change } from './change';

/** A change that cannot be made because other people changed the same thing. */
export interface ChangeConflict {
  readonly change: Change;
  /** why it cannot be made, as a sentence */
  readonly reason: string;
}

/** What came of one change: null where it is made. */
export type ChangeOutcome = string | null;
