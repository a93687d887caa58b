import { alignRun } from './align-run';
import type { BodyTree, TreeNode } from './body-tree';
import type { TextRun } from './change';
import { isTextBlock, nodeName } from './node-name';
import { blocksOfRun, linesOf } from './run-of-change';
import type { RunLines, RunPlaces } from './run-places';
import { type TextLine, textLine } from './text-line';

/** The words of a run as they stand in a body now. */
export interface PresentRun {
  readonly lines: RunLines;
  readonly blocks: readonly TreeNode[];
  readonly now: TextLine;
  readonly places: RunPlaces;
}

/** Finds the words of a run in a body; null where the block that they are of is gone. `wanted` names the hunks that are to be made, given the lines. */
export function presentRun(tree: BodyTree, run: TextRun, wanted: (lines: RunLines) => ReadonlySet<number>): PresentRun | null {
  const lines = linesOf(run);
  const blocks = blocksOfRun(run, lines).flatMap((name) => {
    const block = tree.find(name);
    return block && isTextBlock(block) ? [block] : [];
  });
  const [first] = blocks;
  if (!first || nodeName(first) !== nodeName(run.before[0] ?? { type: '' })) return null;
  const now = textLine(blocks);
  return { lines, blocks, now, places: alignRun(lines, now, wanted(lines)) };
}
