import { isGenerated, sectionOfBookmark, versionOfBookmark } from '../../object-names';
import type { FileBlock } from '../blocks/file-block';
import type { SectionPiece } from './section-piece';

export interface PartedFile {
  readonly versionHash: string | null;
  readonly pieces: readonly SectionPiece[];
}

/**
 * Parts a file at the bookmarks of its sections. A section whose bookmark has lost its end goes on to the next one or to the first line of an
 * address or signature. What the writer makes by itself is left out.
 */
export function partByBookmarks(blocks: readonly FileBlock[]): PartedFile {
  const ends = new Set(blocks.flatMap((block) => (block.kind === 'mark' && block.edge === 'end' && !block.control ? [block.id] : [])));
  const pieces: { sectionId: string | null; by: 'bookmark'; blocks: FileBlock[] }[] = [];
  const begun = new Set<string>();
  let versionHash: string | null = null;
  let open: { readonly markId: string; readonly ends: boolean } | null = null;
  let generated: string | null = null;
  const begin = (sectionId: string | null) => pieces.push({ sectionId, by: 'bookmark', blocks: [] });
  begin(null);
  for (const block of blocks) {
    if (block.kind === 'mark' && !block.control) {
      versionHash ??= versionOfBookmark(block.name);
      if (block.edge === 'start' && isGenerated(block.name) && ends.has(block.id)) generated = block.id;
      if (block.edge === 'end' && block.id === generated) generated = null;
      const sectionId = block.edge === 'start' ? sectionOfBookmark(block.name) : null;
      if (sectionId !== null && !begun.has(sectionId)) {
        begun.add(sectionId);
        open = { markId: block.id, ends: ends.has(block.id) };
        begin(sectionId);
        continue;
      }
      if (block.edge === 'end' && open?.markId === block.id) {
        open = null;
        begin(null);
        continue;
      }
    }
    if (generated !== null) continue;
    if (open && !open.ends && isAround(block)) {
      open = null;
      begin(null);
    }
    pieces.at(-1)?.blocks.push(block);
  }
  return { versionHash, pieces: pieces.filter((piece) => piece.sectionId !== null || piece.blocks.length > 0) };
}

/** Whether a block stands around the text of a letter: an address, a signature, the contents. */
export function isAround(block: FileBlock): boolean {
  if (block.kind === 'table') return block.furniture;
  return block.kind === 'paragraph' && (block.role.kind === 'furniture' || block.role.kind === 'contents');
}
