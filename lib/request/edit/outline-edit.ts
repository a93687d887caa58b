import type { QuestionPart } from '../request-document';

/** One correction of an outline by hand. Sections and questions are named by the keys they have before it. */
export type OutlineEdit =
  | { readonly kind: 'rename-section'; readonly section: string; readonly heading: string }
  | { readonly kind: 'set-level'; readonly section: string; readonly level: number }
  | { readonly kind: 'add-section'; readonly after: string | null; readonly heading: string; readonly level: number }
  /** one place up (-1) or down (1), with everything in it */
  | { readonly kind: 'move-section'; readonly section: string; readonly by: -1 | 1 }
  /** its text and questions join the section before */
  | { readonly kind: 'merge-section'; readonly section: string }
  | { readonly kind: 'delete-section'; readonly section: string }
  | {
      readonly kind: 'add-question';
      readonly section: string;
      readonly number: string | null;
      readonly text: string;
      readonly parts: readonly QuestionPart[];
    }
  | {
      readonly kind: 'edit-question';
      readonly question: string;
      readonly number: string | null;
      readonly text: string;
      readonly parts: readonly QuestionPart[];
    }
  /** the text from this character on becomes a question of its own, and takes the parts along */
  | { readonly kind: 'split-question'; readonly question: string; readonly at: number; readonly number: string | null }
  /** with the question before it in its section */
  | { readonly kind: 'merge-question'; readonly question: string }
  /** to this place among the questions of a section */
  | { readonly kind: 'move-question'; readonly question: string; readonly section: string; readonly index: number }
  /** a paragraph that the reader did not take for a question */
  | { readonly kind: 'take-paragraph'; readonly section: string; readonly paragraph: number; readonly number: string | null }
  /** a question that is none */
  | { readonly kind: 'release-question'; readonly question: string }
  | { readonly kind: 'delete-question'; readonly question: string };
