import { attributeOf, childrenOf, type Formatted, nameOf } from './formatted';
import { Lists } from './lists';
import type { ReadingContext } from './read-blocks';
import { StyleSheet } from './style-sheet';
import { Typefaces } from './typeface';

/** The parts that say how a letter is set, and its footnotes. */
export interface LaidOutParts {
  readonly styles: Formatted;
  readonly numbering: Formatted;
  readonly footnotes: Formatted;
  /** The ids of lists by the names that stand for them. */
  readonly lists: ReadonlyMap<string, string>;
}

/** What reading a letter's paragraphs needs, and its footnotes in the order of their numbers, without the separators. */
export function readingOf(parts: LaidOutParts): ReadingContext & { readonly noteElements: readonly Formatted[] } {
  const lists = new Lists(parts.numbering, parts.lists);
  const noteElements = childrenOf(parts.footnotes).filter(
    (note) => nameOf(note) === 'w:footnote' && attributeOf(note, 'w:type') === undefined,
  );
  const notes = new Map(noteElements.map((note, index) => [attributeOf(note, 'w:id') ?? '', index]));
  return { styles: new StyleSheet(parts.styles, lists), lists, typefaces: new Typefaces(), notes, noteElements };
}
