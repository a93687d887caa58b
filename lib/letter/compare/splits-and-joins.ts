import { blockText } from '../anchors/block-text';
import type { ProseNode } from '../schema/prose-node';
import type { AlignedChildren } from './align-children';
import type { IndexedBlock } from './block-index';
import { diffRun, type RunDifference } from './diff-run';
import { isTextBlock, nodeName } from './node-name';
import { borderName, isTextUnit, textLine, tokensOf } from './text-line';

/** The blocks between which words went over: one that stayed, with those that joined it and those that were split off it. */
export interface Chain {
  readonly joined: readonly IndexedBlock[];
  readonly split: readonly IndexedBlock[];
}

const NONE: Chain = { joined: [], split: [] };
/** The share of a block's words that has to come from the other for a split or join to be one. */
const LEAST_SHARE = 0.5;

/** The text block of a block that can be split off or joined as a whole: itself, or the only paragraph of a list item. */
export function textOfUnit({ node }: IndexedBlock): ProseNode | null {
  if (isTextBlock(node)) return node;
  const [only, ...others] = node.content ?? [];
  return node.type === 'listItem' && only && others.length === 0 && isTextBlock(only) ? only : null;
}

/** The text block of a block that stayed at whose end others join it or are split off it, on both sides. */
export function endOf({ old, now }: AlignedChildren['stayed'][number]): readonly [ProseNode, ProseNode] | null {
  if (isTextBlock(old.node) && isTextBlock(now.node)) return [old.node, now.node];
  if (old.node.type !== 'listItem' || now.node.type !== 'listItem') return null;
  const [was, is] = [old.node.content?.at(-1), now.node.content?.at(-1)];
  return was && is && isTextBlock(was) && isTextBlock(is) && nodeName(was) === nodeName(is) ? [was, is] : null;
}

/** Which of the blocks that went and came behind a block that stayed were joined to it and split off it: those that share its words. */
export function chainOf(
  [old, now]: readonly [ProseNode, ProseNode],
  gone: readonly IndexedBlock[],
  come: readonly IndexedBlock[],
  isItem: boolean,
): Chain {
  const fits = (block: IndexedBlock) => textOfUnit(block) !== null && (block.node.type === 'listItem') === isItem;
  const joined = sharing(gone.filter(fits), [now], [old]);
  const split = sharing(come.filter(fits), [old, ...joined.map(textOf)], [now]);
  if (joined.length === 0 && split.length === 0) return NONE;
  const chain = { joined, split };
  const found = diffRun([old, ...joined.map(textOf)], [now, ...split.map(textOf)]);
  const certain = {
    joined: joined.filter((block) => keptShare(found, 'before', textOf(block)) >= LEAST_SHARE),
    split: split.filter((block) => keptShare(found, 'after', textOf(block)) >= LEAST_SHARE),
  };
  return certain.joined.length === chain.joined.length && certain.split.length === chain.split.length ? chain : { ...certain };
}

function textOf(block: IndexedBlock): ProseNode {
  return textOfUnit(block) as ProseNode;
}

type Words = Map<string, number>;

/** The blocks whose words are for the most part in `from` and beyond those of `kept`, each word counting once; or that end a word cut in two. */
function sharing(blocks: readonly IndexedBlock[], from: readonly ProseNode[], kept: readonly ProseNode[]): IndexedBlock[] {
  if (blocks.length === 0) return [];
  const remaining = wordsOf(kept);
  const spare = new Map([...wordsOf(from)].map(([word, count]) => [word, count - (remaining.get(word) ?? 0)]));
  const [whole, rest] = [from.map(blockText), kept.map(blockText)];
  return blocks.filter((block) => {
    const words = wordsOf([textOf(block)]);
    const text = blockText(textOf(block));
    if (text.trim() !== '' && whole.some((own) => own.endsWith(text)) && !rest.some((own) => own.endsWith(text))) return true;
    let [shared, all] = [0, 0];
    for (const [word, count] of words) {
      all += count * word.length;
      shared += Math.max(0, Math.min(count, spare.get(word) ?? 0)) * word.length;
    }
    if (all === 0 || shared < all * LEAST_SHARE) return false;
    for (const [word, count] of words) spare.set(word, (spare.get(word) ?? 0) - count);
    return true;
  });
}

function wordsOf(blocks: readonly ProseNode[]): Words {
  const words: Words = new Map();
  for (const block of blocks) {
    for (const { key } of tokensOf(textLine([block]))) if (isWord(key)) words.set(key, (words.get(key) ?? 0) + 1);
  }
  return words;
}

function isWord(key: string): boolean {
  return !isTextUnit(key) || /[\p{L}\p{N}]/u.test(key);
}

/** The share of a block's words that a difference leaves as they are. */
function keptShare(found: RunDifference, side: 'before' | 'after', block: ProseNode): number {
  const line = found[side];
  const name = nodeName(block);
  const start = line.keys.findIndex((key) => borderName(key) === name) + 1;
  let end = line.keys.findIndex((key, index) => index >= start && borderName(key) !== null);
  if (end < 0) end = line.keys.length;
  const [first, last] = side === 'before' ? [0, 1] : [2, 3];
  let [kept, all] = [0, 0];
  for (const { key, from, to } of tokensOf(line, start, end)) {
    if (!isWord(key)) continue;
    all += to - from;
    if (!found.hunks.some((hunk) => (hunk[first] as number) < to && from < (hunk[last] as number))) kept += to - from;
  }
  return all === 0 ? 0 : kept / all;
}
