import type { ProseNode } from '../schema/prose-node';
import { isTextBlock, nodeName } from './node-name';

/** A block with its name and the name of its parent; null where the parent is the root. */
export interface IndexedBlock {
  readonly name: string;
  readonly node: ProseNode;
  readonly parent: string | null;
}

/** The blocks under a root by their names; footnotes are roots of their own. */
export interface BlockIndex {
  readonly root: ProseNode;
  readonly blocks: ReadonlyMap<string, IndexedBlock>;
  /** the blocks under each block, null for those under the root */
  readonly children: ReadonlyMap<string | null, readonly IndexedBlock[]>;
}

export function indexBlocks(root: ProseNode): BlockIndex {
  const blocks = new Map<string, IndexedBlock>();
  const children = new Map<string | null, IndexedBlock[]>();
  const visit = (node: ProseNode, parent: string | null) => {
    const own: IndexedBlock[] = [];
    children.set(parent, own);
    for (const child of node.content ?? []) {
      const name = nodeName(child);
      if (name === null) continue;
      const block = { name, node: child, parent };
      own.push(block);
      blocks.set(name, block);
      if (!isTextBlock(child)) visit(child, name);
    }
  };
  visit(root, null);
  return { root, blocks, children };
}

/** The names of a block and of the blocks in it, without what stands inside their text. */
export function blockNames(node: ProseNode, names: Set<string> = new Set()): Set<string> {
  const name = nodeName(node);
  if (name !== null) names.add(name);
  if (!isTextBlock(node)) for (const child of node.content ?? []) blockNames(child, names);
  return names;
}
