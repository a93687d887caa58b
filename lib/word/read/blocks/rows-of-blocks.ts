import { HELD_INDENT, type HeldRow } from '@/lib/letter/returned/held-row';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import { isMarker } from '../inline/markers';
import { exhibitRows } from '../objects/exhibit-rows';
import type { Reading } from '../reading';
import type { FileBlock, FileParagraph } from './file-block';
import { groupMarks } from './group-marks';

/**
 * The rows of blocks: figures are put together, paragraphs without words are left out. Those stay of which a paragraph mark that came or went
 * makes use: what it joins or parts has to be there.
 */
export function rowsOfBlocks(blocks: readonly FileBlock[], reading: Reading): HeldRow[] {
  const rows: HeldRow[] = [];
  let joins = false;
  for (const group of groupMarks(blocks)) {
    if (group.marks.length > 0) {
      const { row, rest } = exhibitRows(group, reading);
      if (row) rows.push(row);
      rows.push(...rowsOfBlocks(rest, reading));
      joins = false;
      continue;
    }
    for (const block of group.blocks) {
      if (block.kind === 'table') rows.push({ node: block.node, kind: 'block', left: block.left, list: null });
      if (block.kind === 'paragraph' && (isWritten(block) || block.end !== null || joins)) rows.push(rowOf(block));
      joins = block.kind === 'paragraph' && block.end !== null;
    }
  }
  return rows;
}

export function isWritten({ content }: Pick<FileParagraph, 'content'>): boolean {
  return hasContent({ type: 'paragraph', content: content.filter((node) => !isMarker(node)) });
}

function rowOf(block: FileParagraph): HeldRow {
  const { role, content, left, list } = block;
  const attrs = {
    ...(role.kind === 'heading' ? { level: role.level } : role.kind === 'title' ? { level: 1 } : {}),
    ...(block.end ? { trackedEnd: block.end } : {}),
    ...(block.form ? { trackedForm: block.form } : {}),
  };
  const isHeading = role.kind === 'heading' || role.kind === 'title';
  const node: ProseNode = { type: isHeading ? 'heading' : 'paragraph', ...(Object.keys(attrs).length > 0 ? { attrs } : {}), content };
  if (isHeading) return { node, kind: 'heading', left: 0, list: null };
  if (role.kind === 'quote') return { node, kind: 'quote', left: left || HELD_INDENT.quote, list };
  return { node, kind: 'text', left: Math.max(left, 0), list };
}
