import type { FileBlock } from '../blocks/file-block';
import { isWritten } from '../blocks/rows-of-blocks';
import { shownText } from '../inline/markers';
import { isAround } from './part-by-bookmarks';
import type { SectionPiece } from './section-piece';

export interface SettledPieces {
  readonly pieces: readonly SectionPiece[];
  readonly furniture: readonly string[];
}

/**
 * What stands outside of all sections: addresses and signatures are furniture, the contents and the table of figures are made anew with every
 * export, a heading of a section's kind begins a section that is new, and any other text goes to the section before it.
 */
export function settleStrayBlocks(pieces: readonly SectionPiece[]): SettledPieces {
  const settled: { sectionId: string | null; by: SectionPiece['by']; blocks: FileBlock[] }[] = [];
  const furniture: string[] = [];
  let generated = false;
  for (const piece of pieces) {
    if (piece.sectionId !== null) {
      settled.push({ ...piece, blocks: [...piece.blocks] });
      generated = false;
      continue;
    }
    let added = false;
    for (const block of piece.blocks) {
      if (isTitle(block)) {
        generated = /table of figures\s*$/i.test(wordsOf(block));
        added = !generated;
        if (added) settled.push({ sectionId: null, by: 'text', blocks: [block] });
      } else if (generated) continue;
      else if (isAround(block)) {
        if (!isContents(block)) furniture.push(...linesOf(block));
        added = false;
      } else if (settled.length === 0) furniture.push(...linesOf(block));
      else if (added || isSaying(block)) settled.at(-1)?.blocks.push(block);
    }
  }
  return { pieces: settled, furniture };
}

function isTitle(block: FileBlock): boolean {
  return block.kind === 'paragraph' && block.role.kind === 'title' && isWritten(block);
}

/** Whether a block is made anew with every export. */
export function isContents(block: FileBlock): boolean {
  return block.kind === 'paragraph' && block.role.kind === 'contents';
}

function isSaying(block: FileBlock): boolean {
  return block.kind === 'table' || block.kind === 'mark' || isWritten(block) || block.end !== null;
}

function wordsOf(block: FileBlock): string {
  return block.kind === 'paragraph' ? shownText(block.content) : '';
}

export function linesOf(block: FileBlock): readonly string[] {
  if (block.kind === 'mark') return [];
  const lines = block.kind === 'table' ? block.lines : [shownText(block.content)];
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}
