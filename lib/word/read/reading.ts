import type { ObjectFinder } from './objects/object-finder';
import type { Relationship, WordPackage } from './package/open-word-file';
import type { BookmarkEdges } from './package/pair-bookmarks';
import type { XmlElement } from './package/xml-tree';
import type { ReadingLog } from './reading-log';
import type { NumberingSheet } from './styles/numbering-sheet';
import type { StyleSheet } from './styles/style-sheet';

/** What every part of one reading needs. */
export interface Reading {
  readonly file: WordPackage;
  readonly styles: StyleSheet;
  readonly numbering: NumberingSheet;
  readonly objects: ObjectFinder;
  readonly log: ReadingLog;
  /** A footnote or endnote by its kind and id. */
  note(kind: NoteKind, id: string): { readonly element: XmlElement; readonly part: string; readonly bookmarks: BookmarkEdges } | null;
}

export type NoteKind = 'footnote' | 'endnote';

/** A story of the file: the letter's text, a note, a comment. Fields may reach over several of its paragraphs. */
export interface Story {
  readonly reading: Reading;
  readonly part: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly bookmarks: BookmarkEdges;
  readonly fields: OpenField[];
  readonly isNote: boolean;
}

export interface OpenField {
  instruction: string;
  /** what stood in the file as its result so far */
  text: string;
  inResult: boolean;
}

/** The kind of a field: its first word in capitals. */
export function fieldKind({ instruction }: Pick<OpenField, 'instruction'>): string {
  return (/^\s*\\?([A-Za-z]+)/.exec(instruction)?.[1] ?? '').toUpperCase();
}

/** Whether a story is within a table of contents or the like, which is made anew with every export. */
export function inContents(story: Story): boolean {
  return story.fields.some((field) => CONTENTS.has(fieldKind(field)));
}

const CONTENTS: ReadonlySet<string> = new Set(['TOC', 'INDEX', 'TOA']);
