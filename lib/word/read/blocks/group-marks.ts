import { nameOfBookmark, nameOfTag, type ObjectName } from '../../object-names';
import type { FileBlock, FileMark } from './file-block';

/** Neighbouring blocks, and the names of the bookmarks and controls of figures around them: none around text. */
export interface BlockGroup {
  readonly marks: readonly { readonly name: ObjectName; readonly control: boolean }[];
  readonly blocks: readonly FileBlock[];
}

/** Parts blocks by the outermost names of figures around them; marks of any other kind are dropped. */
export function groupMarks(blocks: readonly FileBlock[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  let loose: FileBlock[] = [];
  const close = () => {
    if (loose.length > 0) groups.push({ marks: [], blocks: loose });
    loose = [];
  };
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as FileBlock;
    if (block.kind !== 'mark') {
      loose.push(block);
      continue;
    }
    const end = figureOf(block) ? endOf(blocks, index, block) : -1;
    if (end < 0) continue;
    const inner = blocks.slice(index + 1, end);
    close();
    groups.push({ marks: namesIn([block, ...inner]), blocks: inner.filter(({ kind }) => kind !== 'mark') });
    index = end;
  }
  close();
  return groups;
}

function figureOf(block: FileBlock): ObjectName | null {
  if (block.kind !== 'mark' || block.edge !== 'start') return null;
  const name = block.control ? nameOfTag(block.name) : nameOfBookmark(block.name);
  return name?.kind === 'figure' || name?.kind === 'figure-short' ? name : null;
}

function endOf(blocks: readonly FileBlock[], from: number, start: FileMark): number {
  return blocks.findIndex(
    (own, index) => index > from && own.kind === 'mark' && own.edge === 'end' && own.id === start.id && own.control === start.control,
  );
}

function namesIn(blocks: readonly FileBlock[]): BlockGroup['marks'] {
  return blocks.flatMap((block) => {
    const name = figureOf(block);
    return name && block.kind === 'mark' ? [{ name, control: block.control }] : [];
  });
}
