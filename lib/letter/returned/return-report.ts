import type { Anchor } from '../anchors/anchor';
import type { Change } from '../compare/change';
import type { NotUnderstood } from './returned-document';

/** Who made a change in the file. `name` is null where Word did not track it: then nobody can say. */
export interface ReturnedAuthor {
  readonly name: string | null;
  /** ISO time as the file says it; null where it says none */
  readonly at: string | null;
}

/** A change of the file that fits into the letter as it stands: it becomes a suggestion. */
export interface ReturnedChange extends ReturnedAuthor {
  readonly sectionId: string;
  /** against the section's text in the version that was sent */
  readonly change: Change;
}

/** A change that is nothing to decide any more, and why. */
export interface KnownReturn extends ReturnedAuthor {
  readonly sectionId: string;
  readonly words: string;
  readonly why: 'in-the-letter' | 'suggested-before';
}

const CONFLICT_KINDS = [
  'figure',
  'citation',
  'cross-reference',
  'both-changed',
  'section-gone',
  'section-deleted',
  'section-added',
  'section-moved',
  'section-renamed',
  'furniture',
] as const;
export type ReturnConflictKind = (typeof CONFLICT_KINDS)[number];

/**
 * How a person may settle a conflict: take what the file says as a suggestion (decided like any other), give the section the file's title, leave
 * the letter as it is, or leave it and start a comment with what the file says.
 */
export const SETTLEMENTS = ['suggest', 'rename', 'keep', 'comment'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What no rule may decide: a person does. */
export interface ReturnConflict extends ReturnedAuthor {
  /** unique within the report */
  readonly key: string;
  readonly kind: ReturnConflictKind;
  /** null where it is about the letter as a whole, or a section that is none of the letter's */
  readonly sectionId: string | null;
  /** where it is, in words */
  readonly place: string;
  /** the figure, citation or block to jump to; null where there is none */
  readonly nodeId: string | null;
  /** what it is about: the figure's name, the section's title */
  readonly subject: string;
  /** what the version that was sent said, what the file says, what the letter says now; empty where it says nothing */
  readonly sent: string;
  readonly file: string;
  readonly now: string;
  /** why it is a conflict, as a sentence */
  readonly why: string;
  readonly settlements: readonly Settlement[];
  /** what the settlement `suggest` proposes in `sectionId` */
  readonly proposal: Change | null;
}

/** A comment of the file that the letter does not have: a new thread. */
export interface ReturnedNewThread {
  readonly sectionId: string;
  readonly anchor: Anchor;
  readonly resolved: boolean;
  /** whether the file was written for legal alone */
  readonly privileged: boolean;
  readonly comments: readonly ReturnedComment[];
}

export interface ReturnedComment {
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
}

/** Comments of the file under a thread that the letter has. */
export interface ReturnedReplies {
  readonly threadId: string;
  readonly comments: readonly ReturnedComment[];
}

/** What came back in a Word file. Nothing of it is in the letter until a person says so. */
export interface ReturnReport {
  readonly changes: readonly ReturnedChange[];
  readonly known: readonly KnownReturn[];
  readonly conflicts: readonly ReturnConflict[];
  readonly threads: readonly ReturnedNewThread[];
  readonly replies: readonly ReturnedReplies[];
  /** how many threads came back as they were */
  readonly threadsUnchanged: number;
  readonly authors: readonly string[];
  readonly notUnderstood: readonly NotUnderstood[];
}
