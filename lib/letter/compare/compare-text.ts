import type { ProseMark, ProseNode } from '../schema/prose-node';
import { sameMark, sameValue } from './canonical-body';
import type { BlockPlace, Change, Stretch, TextRun } from './change';
import { diffRun, type RunDifference } from './diff-run';
import type { Difference } from './diff-sequences';
import { nodeName, withoutContent } from './node-name';
import { contentSize } from './node-size';
import { borderName, contentOf, isTextUnit } from './text-line';

/** A block that joined another or was split off it: its text block, and the block as a whole (itself, or the list item around it). */
export interface ChainedBlock {
  readonly text: ProseNode;
  readonly unit: ProseNode;
  readonly place: BlockPlace;
}

/** One change with where it is in the words before, to bring them in order. */
interface Placed {
  readonly at: number;
  readonly change: Change;
}

/**
 * The changes between two versions of a text block and of what joined it or was split off it: words, marks, borders, and what differs inside
 * of its figures and footnotes, which `inside` tells. `within` is the type of the node in which they stand.
 */
export function compareText(
  old: ProseNode,
  now: ProseNode,
  joined: readonly ChainedBlock[],
  split: readonly ChainedBlock[],
  inside: (old: ProseNode, now: ProseNode) => readonly Change[],
  within: string,
): Change[] {
  if (joined.length === 0 && split.length === 0 && sameValue(old.content ?? [], now.content ?? [])) return [];
  const before = [old, ...joined.map(({ text }) => text)];
  const after = [now, ...split.map(({ text }) => text)];
  const found = diffRun(before, after);
  const run: TextRun = { before, after, hunks: found.hunks.map((hunk) => offsetsOf(found, hunk)), within };
  const places: Placed[] = found.hunks.map((hunk) => ({ at: hunk[0], change: changeOf(found, hunk, run, joined, split) }));
  places.push(...formats(found, run), ...nested(found, inside));
  return places.sort((one, other) => one.at - other.at).map(({ change }) => change);
}

function offsetsOf({ before, after }: RunDifference, [from, to, nowFrom, nowTo]: Difference): Difference {
  const [was, is] = [before.offsets, after.offsets];
  return [was[from] as number, was[to] as number, is[nowFrom] as number, is[nowTo] as number];
}

function changeOf(
  found: RunDifference,
  hunk: Difference,
  run: TextRun,
  joined: readonly ChainedBlock[],
  split: readonly ChainedBlock[],
): Change {
  const [from, to, nowFrom, nowTo] = hunk;
  const [oldFrom, oldTo, newFrom, newTo] = offsetsOf(found, hunk);
  const [gone, come] = [borderName(found.before.keys[from]), borderName(found.after.keys[nowFrom])];
  const base = run.before[0]?.content ?? [];
  if (from < to && gone !== null) {
    const block = joined.find(({ text }) => nodeName(text) === gone) as ChainedBlock;
    const index = run.before.indexOf(block.text);
    return {
      kind: 'join',
      blockId: nameOf(run.before[0]),
      joinedId: gone,
      joined: emptied(block),
      at: contentSize(run.before[index - 1] as ProseNode),
      base,
      joinedBase: block.text.content ?? [],
      place: block.place,
      run,
    };
  }
  if (nowFrom < nowTo && come !== null) {
    const block = split.find(({ text }) => nodeName(text) === come) as ChainedBlock;
    const { blockId, from: at } = stretchOf(run.before, oldFrom, oldFrom);
    return { kind: 'split', blockId, at, newBlock: emptied(block), base: contentOfBlock(run.before, blockId), place: block.place, run };
  }
  const before = stretchOf(run.before, oldFrom, oldTo);
  return {
    kind: 'text',
    before,
    after: stretchOf(run.after, newFrom, newTo),
    deleted: contentOf(found.before, from, to),
    inserted: contentOf(found.after, nowFrom, nowTo),
    base: contentOfBlock(run.before, before.blockId),
    run,
  };
}

/** The same words with other marks, in stretches of the same difference. */
function formats(found: RunDifference, run: TextRun): Placed[] {
  const out: Placed[] = [];
  let open: { from: number; to: number; shift: number; added: readonly ProseMark[]; removed: readonly ProseMark[] } | null = null;
  const close = () => {
    if (open === null) return;
    const { from, to, shift, added, removed } = open;
    const [was, is] = [found.before.offsets, found.after.offsets];
    const before = stretchOf(run.before, was[from] as number, was[to] as number);
    const after = stretchOf(run.after, is[from + shift] as number, is[to + shift] as number);
    const text = found.before.keys.slice(from, to).filter(isTextUnit).join('');
    const base = contentOfBlock(run.before, before.blockId);
    out.push({ at: from, change: { kind: 'format', before, after, text, added, removed, base, run } });
    open = null;
  };
  for (const [was, is] of keptUnits(found)) {
    const [old, now] = [found.before.sources[was]?.marks ?? [], found.after.sources[is]?.marks ?? []];
    const border = borderName(found.before.keys[was]) !== null;
    const added = now.filter((mark) => !old.some((own) => sameMark(own, mark)));
    const removed = old.filter((mark) => !now.some((own) => sameMark(own, mark)));
    if (border || (added.length === 0 && removed.length === 0)) {
      close();
      continue;
    }
    if (open && open.to === was && open.shift === is - was && sameValue(open.added, added) && sameValue(open.removed, removed))
      open.to += 1;
    else {
      close();
      open = { from: was, to: was + 1, shift: is - was, added, removed };
    }
  }
  close();
  return out;
}

function nested(found: RunDifference, inside: (old: ProseNode, now: ProseNode) => readonly Change[]): Placed[] {
  const out: Placed[] = [];
  for (const [was, is] of keptUnits(found)) {
    const [old, now] = [found.before.sources[was] as ProseNode, found.after.sources[is] as ProseNode];
    if (old.type === 'text' || borderName(found.before.keys[was]) !== null) continue;
    for (const change of inside(old, now)) out.push({ at: was, change });
  }
  return out;
}

/** The units that both sides have, in pairs. */
function* keptUnits({ before, hunks }: RunDifference): Generator<readonly [number, number]> {
  let [at, shift] = [0, 0];
  for (const [from, to, , nowTo] of [...hunks, [before.keys.length, before.keys.length, 0, 0] as const]) {
    for (; at < from; at += 1) yield [at, at + shift];
    at = to;
    shift = nowTo - to;
  }
}

/** A stretch of a row of blocks in the block that it is in. */
export function stretchOf(blocks: readonly ProseNode[], from: number, to: number): Stretch {
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    const end = start + contentSize(block);
    if (from <= end || index === blocks.length - 1) return { blockId: nameOf(block), from: from - start, to: to - start };
    start = end + 1;
  }
  throw new RangeError('stretchOf: no blocks');
}

function contentOfBlock(blocks: readonly ProseNode[], name: string): readonly ProseNode[] {
  return blocks.find((block) => nodeName(block) === name)?.content ?? [];
}

function nameOf(node: ProseNode | undefined): string {
  return (node && nodeName(node)) ?? '';
}

function emptied({ text, unit }: ChainedBlock): ProseNode {
  return unit === text ? withoutContent(text) : { ...withoutContent(unit), content: [withoutContent(text)] };
}
