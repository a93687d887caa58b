import type { MarkedNode } from './marked-node';

/** Fewer than this many blocks are not worth folding. */
const SHORTEST = 3;

/**
 * The blocks of a text in runs, those folded that are far from any sign: the neighbours of what is marked stay to be read with it, and headings,
 * because they are counted as they are drawn.
 */
export function foldedRuns(blocks: readonly MarkedNode[]): { readonly folded: boolean; readonly nodes: readonly MarkedNode[] }[] {
  const marked = blocks.map(isMarked);
  const away = blocks.map((block, index) => ![index - 1, index, index + 1].some((near) => marked[near]) && block.type !== 'heading');
  const runs: { folded: boolean; nodes: MarkedNode[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const folded = away[index] ?? false;
    const last = runs.at(-1);
    if (last?.folded === folded) last.nodes.push(block);
    else runs.push({ folded, nodes: [block] });
  }
  return runs.map((run) => (run.nodes.length < SHORTEST ? { ...run, folded: false } : run));
}

function isMarked(node: MarkedNode): boolean {
  return (node.signs ?? []).length > 0 || (node.content ?? []).some(isMarked);
}
