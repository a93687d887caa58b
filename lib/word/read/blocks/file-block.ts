import type { HeldList } from '@/lib/letter/returned/held-row';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { TrackedEnd, TrackedForm } from '@/lib/letter/tracked/tracked';
import type { ParagraphRole } from '../styles/paragraph-role';

/** The blocks of a story in their order, and between them where bookmarks and controls of ours begin and end. */
export type FileBlock = FileParagraph | FileTable | FileMark;

export interface FileParagraph {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  /** of its words: comments and drawings are markers in them */
  readonly content: readonly ProseNode[];
  readonly left: number;
  readonly list: HeldList | null;
  readonly end: TrackedEnd | null;
  readonly form: TrackedForm | null;
  /** whether a SEQ field counts it */
  readonly counted: boolean;
}

export interface FileTable {
  readonly kind: 'table';
  readonly node: ProseNode;
  readonly left: number;
  /** the cells' words with all changes accepted, row by row */
  readonly words: string;
  /** whether everything that is written in it is in the styles of addresses and signatures */
  readonly furniture: boolean;
  /** what each of its paragraphs says, with all changes accepted */
  readonly lines: readonly string[];
}

/** An edge of a bookmark (by its name) or of a content control around blocks (by its tag). */
export interface FileMark {
  readonly kind: 'mark';
  readonly edge: 'start' | 'end';
  readonly id: string;
  readonly name: string;
  readonly control: boolean;
}
