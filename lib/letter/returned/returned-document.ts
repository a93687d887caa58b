import type { TrackedBody } from '../tracked/tracked';

/** A Word file of a letter as it was read, before it is compared with anything. */
export interface ReturnedDocument {
  /** The hash of the version that it was written from, as its bookmark says (its first 32 digits); null where it was lost. */
  readonly versionHash: string | null;
  /** In the file's order. What stands before the first section's bookmark and after the last is furniture. */
  readonly sections: readonly ReturnedSection[];
  /** The lines outside of all sections, as text: letterhead, addressees, Re: lines, closing. */
  readonly furniture: readonly string[];
  readonly threads: readonly ReturnedThread[];
  /** Everybody who is named as the author of a change or comment, in order of appearance. */
  readonly authors: readonly string[];
  /** Every field but those of the contents, in the file's order: its instruction and the text that stood there. */
  readonly fields: readonly ReturnedField[];
  /** Parts and elements that the reader knows nothing of, with where they stand: told to the user, never dropped silently. */
  readonly notUnderstood: readonly NotUnderstood[];
}

export interface ReturnedSection {
  /** The section's id; null where it is none of the known letter's. */
  readonly id: string | null;
  /** How it was found: by its bookmark, or, where bookmarks are lost, by the text that it shares with a known section. */
  readonly by: 'bookmark' | 'text';
  /** The title with all changes accepted; '' for the opening, which prints none. */
  readonly title: string;
  /** the tracked changes of the title, where there are any: the title before them */
  readonly titleBefore: string | null;
  /**
   * The text in tracked form; each paragraph and heading has an id of its own of this reading ("returned-…"), and settleTracked and alignByText
   * keep their order. A figure, citation or cross-reference is a node with what the file says of it: see ReturnedObject. asWordHolds of either
   * side drops the empty paragraphs that only the tracking needed.
   */
  readonly body: TrackedBody;
  /** The words of every figure, citation and cross-reference as they stand in the file, by the node's nodeId; of action citations in order. */
  readonly objects: Readonly<Record<string, ReturnedObject>>;
}

export interface ReturnedObject {
  readonly kind: 'figureNumber' | 'figureTable' | 'figureChart' | 'citation' | 'crossReference' | 'actionCitation';
  /** by which it was found again; `text` where only its words say what it is */
  readonly by: 'control' | 'bookmark' | 'text';
  /** its text as shown with all changes accepted, of a table its cells row by row (tab, line), of a chart its numbers */
  readonly shown: string;
  /** what was written there; null where that is not known */
  readonly written: string | null;
  /** true where the shown text is not what was written; false where it is, or nothing is known */
  readonly altered: boolean;
}

export interface ReturnedThread {
  /**
   * Where it is: the section by its place in `sections`, a block of its body by its id of this reading (null: the section's title), and offsets in
   * it as in Stretch, deleted words not counted. Null where the comment stands outside of all sections.
   */
  readonly place: { readonly section: number; readonly blockId: string | null; readonly from: number; readonly to: number } | null;
  readonly quote: string;
  readonly resolved: boolean;
  /** the first is what the thread began with */
  readonly comments: readonly { readonly author: string; readonly at: string | null; readonly text: string }[];
}

export interface ReturnedField {
  /** e.g. "REF _Ref1 \\h" */
  readonly instruction: string;
  readonly text: string;
}

export interface NotUnderstood {
  readonly part: string;
  readonly what: string;
  readonly where: string;
}
