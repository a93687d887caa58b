import type { Change } from '@/lib/letter/compare/change';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { Tracker } from '@/lib/letter/tracked/tracked';
import type { HouseStyle, PageMarking, WrittenThread } from '@/lib/word/letter-build';
import type { BuildRequest } from './build-request';

/** All that a Word file is written from, as plain data that crosses to a thread. */
export interface LetterToRender {
  readonly request: BuildRequest;
  readonly content: LetterContent;
  readonly versionHash: string;
  /** of a redline: the earlier version, and whom its changes are of */
  readonly before: { readonly content: LetterContent; readonly tracker: Tracker } | null;
  /** of the review build */
  readonly suggestions: readonly SuggestionToWrite[];
  readonly threads: readonly WrittenThread[];
  /** of the confidential build */
  readonly marking: PageMarking;
  readonly template: HouseStyle | null;
}

/** An open suggestion with whose it is. */
export interface SuggestionToWrite extends Tracker {
  readonly id: string;
  readonly sectionId: string;
  readonly change: Change;
}
