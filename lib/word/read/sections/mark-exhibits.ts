import { cleanLine } from '@/lib/core/clean-text';
import { captionOf } from '@/lib/letter/numbering/number-letter';
import type { FileBlock, FileMark } from '../blocks/file-block';
import { DRAWING, shownText } from '../inline/markers';
import { captionWords } from '../objects/exhibit-caption';
import { isCaption } from '../objects/exhibit-rows';
import type { KnownObject } from '../objects/known-objects';
import type { Reading } from '../reading';

/**
 * Marks tables and charts of the known letter where a program lost their bookmarks: a caption that says what theirs does, with a table or chart
 * below it and the source below that.
 */
export function markExhibits(blocks: readonly FileBlock[], reading: Reading): readonly FileBlock[] {
  const free = reading.objects.known.filter(({ node }) => node.type === 'figureTable' || node.type === 'figureChart');
  const out: FileBlock[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as FileBlock;
    const known =
      block.kind === 'paragraph' && isCaption(block) && isDrawn(blocks[index + 1]) ? knownBy(shownText(block.content), free) : undefined;
    if (!known?.prefix) {
      out.push(block);
      continue;
    }
    free.splice(free.indexOf(known), 1);
    const mark = (edge: FileMark['edge']): FileMark => ({
      kind: 'mark',
      edge,
      id: `${known.prefix}_${known.ordinal}`,
      name: `${known.prefix}_${known.ordinal}`,
      control: false,
    });
    const end = isSource(blocks[index + 2]) ? index + 3 : index + 2;
    out.push(mark('start'), ...blocks.slice(index, end), mark('end'));
    index = end - 1;
  }
  return out;
}

function knownBy(caption: string, free: readonly KnownObject[]): KnownObject | undefined {
  const words = captionWords(caption);
  return free.find(({ node, figure }) => cleanLine(captionOf(node) ?? figure?.name ?? '') === words);
}

function isDrawn(block: FileBlock | undefined): boolean {
  if (block?.kind === 'table') return true;
  return block?.kind === 'paragraph' && block.content.some(({ type }) => type === DRAWING);
}

function isSource(block: FileBlock | undefined): boolean {
  return block?.kind === 'paragraph' && (block.role.kind === 'source' || /^source: /i.test(shownText(block.content)));
}
