import type { FileBlock } from '../blocks/file-block';

/** Blocks that belong to a section of the letter, or to none. */
export interface SectionPiece {
  /** null outside of all sections */
  readonly sectionId: string | null;
  readonly by: 'bookmark' | 'text';
  readonly blocks: readonly FileBlock[];
}
