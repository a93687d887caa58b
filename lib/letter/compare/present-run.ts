import { blockText } from '../anchors/block-text';
import { walkProse } from '../walk-prose';
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

/** A text of fewer characters may stand in another block by chance. */
const TELLING = 12;

/**
 * Finds the words of a run in a body, also where other people split the block or joined it to another; null where the block that they are of is
 * gone. `wanted` names the hunks that are to be made, given the lines.
 */
export function presentRun(tree: BodyTree, run: TextRun, wanted: (lines: RunLines) => ReadonlySet<number>): PresentRun | null {
  const lines = linesOf(run);
  const hunks = wanted(lines);
  const found = (blocks: readonly TreeNode[]): PresentRun => {
    const now = textLine(blocks);
    return { lines, blocks, now, places: alignRun(lines, now, hunks) };
  };
  const named = blocksOfRun(run, lines);
  const blocks = named.flatMap((name) => {
    const block = tree.find(name);
    return block && isTextBlock(block) ? [block] : [];
  });
  const [first] = blocks;
  if (!first || nodeName(first) !== named[0]) {
    const taken = blockWith(tree, run);
    return taken && found([taken]);
  }
  const own = found(blocks);
  const lost = lossOf(own, hunks);
  if (lost === 0) return own;
  const further = splitOff(tree, blocks.at(-1) as TreeNode);
  const longer = further && found([...blocks, further]);
  return longer && lossOf(longer, hunks) < lost ? longer : own;
}

/** How many hunks are lost, or whether most of the words are. */
function lossOf({ lines, places }: PresentRun, wanted: ReadonlySet<number>): number {
  const hunks = places.hunks.filter(({ state }, index) => state === null && (wanted.size === 0 || wanted.has(index))).length;
  const gone = places.units.filter((unit) => unit < 0).length;
  return hunks + (gone * 2 > lines.before.keys.length ? 1 : 0);
}

/** The text block behind another, which may have been split off it. */
function splitOff(tree: BodyTree, block: TreeNode): TreeNode | null {
  const parent = tree.parentOf(block);
  const unit = parent?.type === 'listItem' ? parent : block;
  const siblings = tree.parentOf(unit)?.content ?? [];
  const next = siblings[siblings.indexOf(unit) + 1];
  const text = next?.type === 'listItem' ? next.content?.[0] : next;
  return text && isTextBlock(text) ? text : null;
}

/** The one block that holds all the words that a block had which is gone. */
function blockWith(tree: BodyTree, { before }: TextRun): TreeNode | null {
  const [only, ...others] = before;
  const text = only ? blockText(only) : '';
  if (others.length > 0 || text.trim().length < TELLING) return null;
  const holding = [...walkProse(tree.root)].filter((node) => isTextBlock(node) && blockText(node).includes(text));
  return holding.length === 1 ? (holding[0] as TreeNode) : null;
}
