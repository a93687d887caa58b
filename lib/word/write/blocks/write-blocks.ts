import type { FileChild } from 'docx';
import { INLINE_NODES } from '@/lib/letter/schema/inline-nodes';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackedOf } from '@/lib/letter/tracked/side';
import type { Place, WriteContext } from '../write-context';
import { writeBlockquote } from './blockquote';
import { writeFigureChart } from './figure-chart';
import { writeFigureTable } from './figure-table';
import { writeHeading } from './heading';
import { writeList } from './list';
import { writeParagraph } from './paragraph';
import { writeTable } from './table';

/** The blocks of a text. A block of an unknown kind is written as what it contains; inline nodes outside of a paragraph get one. */
export function writeBlocks(nodes: readonly ProseNode[], place: Place, context: WriteContext): FileChild[] {
  const blocks: FileChild[] = [];
  let loose: ProseNode[] = [];
  const closeLoose = () => {
    if (loose.length > 0) blocks.push(...writeParagraph({ type: 'paragraph', content: loose }, place, context));
    loose = [];
  };
  for (const node of nodes) {
    if (INLINE_NODES.has(node.type)) {
      loose.push(node);
      continue;
    }
    closeLoose();
    blocks.push(...writeBlock(node, place, context));
  }
  closeLoose();
  return blocks;
}

function writeBlock(node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  switch (node.type) {
    case 'paragraph':
      return writeParagraph(node, place, context);
    case 'heading':
      return writeHeading(node, place, context);
    case 'bulletList':
    case 'orderedList':
      return writeList(node, place, context, writeBlocks);
    case 'blockquote':
      return writeBlockquote(node, place, context, writeBlocks);
    case 'table':
      return writeTable(node, place, context, writeBlocks);
    case 'figureTable':
      return writeFigureTable(node, place, { ...context, whole: trackedOf(node) ?? context.whole });
    case 'figureChart':
      return writeFigureChart(node, place, { ...context, whole: trackedOf(node) ?? context.whole });
    default:
      return writeBlocks(node.content ?? [], place, context);
  }
}
