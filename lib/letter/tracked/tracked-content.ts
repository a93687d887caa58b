import type { LetterContent, LetterSection, QuotedQuestion } from '../letter-content';
import { settleTracked } from './settle-tracked';
import type { Side } from './side';
import type { TrackedEnd, Tracker } from './tracked';

/** A section of a letter with its changes still to be decided; its body is one in tracked form. */
export interface TrackedSection extends LetterSection {
  /** where the section comes or goes as a whole */
  readonly tracked?: TrackedEnd;
  /** the heading before, where it was another */
  readonly titleBefore?: string;
  /** the question before, where another was quoted or none */
  readonly questionBefore?: QuotedQuestion | null;
}

/**
 * Two versions of a letter in one, as a redline shows them. What is not in sections (letterhead, addressees, signatures, the table of figures)
 * is of `after`, to be written against `before`. A section that stands elsewhere now is there twice, the one that goes without an id.
 */
export interface TrackedContent extends LetterContent {
  readonly sections: readonly TrackedSection[];
  readonly tracker: Tracker;
  /** with names of their own for what shows something else by the same name: see asBefore */
  readonly before: LetterContent;
  readonly after: LetterContent;
}

export function isTrackedContent(content: LetterContent): content is TrackedContent {
  return 'tracker' in content;
}

/**
 * The letter in which numbers are counted, and of which the table of figures is: of a redline the later version; of a letter with suggestions
 * the letter as it stands, none of them made.
 */
export function countedContent(content: LetterContent): LetterContent {
  return isTrackedContent(content) ? content.after : settledContent(content, 'reject');
}

/** The other side of the same: what stands only there has its words from there. */
export function contentBeside(content: LetterContent): LetterContent {
  return isTrackedContent(content) ? content.before : settledContent(content, 'accept');
}

function settledContent(content: LetterContent, side: Side): LetterContent {
  return { ...content, sections: content.sections.map((section) => ({ ...section, body: settleTracked(section.body, side) })) };
}
