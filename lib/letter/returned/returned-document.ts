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
  /** Everybody who is named as the author of a change or comment. */
  readonly authors: readonly string[];
  /** Parts and elements that the reader knows nothing of, with where they stand: told to the user, never dropped silently. */
  readonly notUnderstood: readonly NotUnderstood[];
}

export interface ReturnedSection {
  /** The section's id by its bookmark; null where none was found and the section is known by its heading or text alone. */
  readonly id: string | null;
  readonly title: string;
  /** the tracked changes of the title, where there are any: the title before them */
  readonly titleBefore: string | null;
  /** The text with its tracked changes. A figure, citation or cross-reference is a node with what the file says of it: see ReturnedObject. */
  readonly body: TrackedBody;
  /** The words of every figure, citation and cross-reference as they stand in the file, by the node's nodeId. */
  readonly objects: Readonly<Record<string, ReturnedObject>>;
}

export interface ReturnedObject {
  readonly kind: 'figureNumber' | 'figureTable' | 'figureChart' | 'citation' | 'crossReference' | 'actionCitation';
  /** by which it was found again */
  readonly by: 'control' | 'bookmark';
  /** its text as shown, of a table its cells row by row, of a chart its numbers */
  readonly shown: string;
  /** true where the shown text is not what was written */
  readonly altered: boolean;
}

export interface ReturnedThread {
  /** where it is: a section, a block of its body and offsets as in Stretch; null where the comment stands outside of all sections */
  readonly place: { readonly section: number; readonly blockId: string | null; readonly from: number; readonly to: number } | null;
  readonly quote: string;
  readonly resolved: boolean;
  /** the first is what the thread began with */
  readonly comments: readonly { readonly author: string; readonly at: string | null; readonly text: string }[];
}

export interface NotUnderstood {
  readonly part: string;
  readonly what: string;
  readonly where: string;
}
