import type { ProseNode } from '../schema/prose-node';
import type { AlignedChildren } from './align-children';
import { type BlockIndex, type IndexedBlock, indexBlocks } from './block-index';
import { canonicalBody, sameValue } from './canonical-body';
import type { Change, PlacedNodes } from './change';
import { type ChainedBlock, compareText } from './compare-text';
import { isTextBlock, nodeName } from './node-name';
import { type BlockPairing, pairBlocks, sharesBlocks } from './pair-blocks';
import { type PlaceParent, placeOf } from './place-of';
import { type Chain, chainOf, endOf, textOfUnit } from './splits-and-joins';

/**
 * Every difference between two bodies of a section, in reading order: blocks are paired by their names, then words compared within them. Any of
 * the changes can be applied without the others, and all of them lead from the one body to the other. Bodies that come from elsewhere and
 * name nothing are given the other's names first (alignByText).
 */
export function compareBodies(before: ProseNode, after: ProseNode): readonly Change[] {
  if (before === after) return [];
  return compareRoots(canonicalBody(before), canonicalBody(after), null);
}

/** `rootName` is null for a section and the name of a footnote for what it says. */
function compareRoots(before: ProseNode, after: ProseNode, rootName: string | null): readonly Change[] {
  if (sameValue(before, after)) return [];
  const [old, now] = [indexBlocks(before), indexBlocks(after)];
  const comparison = new Comparison(old, now, pairBlocks(old, now), rootName);
  comparison.children(null);
  return comparison.changes;
}

class Comparison {
  readonly changes: Change[] = [];
  /** what joined a text block or was split off it, by its name */
  private readonly chains = new Map<string, { joined: ChainedBlock[]; split: ChainedBlock[] }>();

  constructor(
    private readonly old: BlockIndex,
    private readonly now: BlockIndex,
    private readonly pairing: BlockPairing,
    private readonly rootName: string | null,
  ) {}

  children(name: string | null): void {
    const aligned = this.pairing.align(name);
    const parent: PlaceParent = { old: this.old, now: this.now, name, rootName: this.rootName };
    for (const [index, gap] of aligned.gaps.entries()) {
      const beside = aligned.stayed[index - 1];
      const gone = gap.old.filter((block) => !this.pairing.isPaired(block.name));
      const come = gap.now.filter((block) => !this.pairing.isPaired(block.name));
      const redone = aligned.stayed.length === 0 || sharesBlocks({ old: gone, now: come });
      const chain = redone || !beside ? { joined: [], split: [] } : this.chained(parent, aligned, index, gone, come);
      if (beside) this.block(beside.old, beside.now);
      this.gap(parent, aligned, index, without(gone, chain.joined), without(come, chain.split), redone);
    }
  }

  /** Remembers what joined the block before a gap or was split off it, which is told with that block's words. */
  private chained(
    parent: PlaceParent,
    aligned: AlignedChildren,
    index: number,
    gone: readonly IndexedBlock[],
    come: readonly IndexedBlock[],
  ): Chain {
    const beside = aligned.stayed[index - 1];
    const end = beside && endOf(beside);
    const chain = end && (gone.length > 0 || come.length > 0) ? chainOf(end, gone, come, beside.old.node.type === 'listItem') : null;
    if (!end || !chain || !this.pairing.isPaired(nodeName(end[1]) ?? '')) return { joined: [], split: [] };
    const chained = (block: IndexedBlock, side: 'old' | 'now'): ChainedBlock => ({
      text: textOfUnit(block) as ProseNode,
      unit: block.node,
      place: placeOf(parent, aligned, index, side, [block]),
    });
    this.chains.set(nodeName(end[0]) ?? '', {
      joined: chain.joined.map((block) => chained(block, 'old')),
      split: chain.split.map((block) => chained(block, 'now')),
    });
    return chain;
  }

  private gap(
    parent: PlaceParent,
    aligned: AlignedChildren,
    index: number,
    gone: readonly IndexedBlock[],
    come: readonly IndexedBlock[],
    redone: boolean,
  ): void {
    const gap = aligned.gaps[index] ?? { old: [], now: [] };
    const nodes = (blocks: readonly IndexedBlock[]) => blocks.map(({ node }) => node);
    if (redone && gone.length > 0 && come.length > 0) {
      const place = placeOf(parent, aligned, index, 'now', come, gone);
      this.changes.push({ kind: 'replace', place, deleted: nodes(gone), inserted: nodes(come) });
    } else if (!this.isRow(parent.name)) {
      for (const group of neighbours(gone, gap.old)) {
        this.changes.push({ kind: 'delete', place: placeOf(parent, aligned, index, 'old', group), nodes: nodes(group) });
      }
      for (const group of neighbours(come, gap.now)) {
        this.changes.push({ kind: 'insert', place: placeOf(parent, aligned, index, 'now', group), nodes: nodes(group) });
      }
    }
    for (const block of gap.now) if (this.pairing.isPaired(block.name)) this.moved(parent, aligned, index, block);
  }

  private moved(parent: PlaceParent, aligned: AlignedChildren, index: number, block: IndexedBlock): void {
    const was = this.old.blocks.get(block.name) as IndexedBlock;
    const source = this.pairing.align(was.parent);
    const gap = source.gaps.findIndex(({ old }) => old.some(({ name }) => name === block.name));
    const from = placeOf({ ...parent, name: was.parent }, source, gap, 'old', [was]);
    this.changes.push({ kind: 'move', nodeId: block.name, node: was.node, from, to: placeOf(parent, aligned, index, 'now', [block]) });
    this.block(was, block);
  }

  /** One block that both sides have. */
  private block(was: IndexedBlock, is: IndexedBlock): void {
    const [old, now] = [was.node, is.node];
    if (isTextBlock(now)) {
      this.node(old, now);
      const chain = this.chains.get(is.name);
      const within = is.parent === null ? this.now.root.type : (this.now.blocks.get(is.parent)?.node.type ?? '');
      this.changes.push(...compareText(old, now, chain?.joined ?? [], chain?.split ?? [], insideOf, within));
    } else if (!sameValue(old, now)) {
      this.node(old, now);
      if (now.type === 'table') this.columns(is.name);
      this.children(is.name);
    }
  }

  private node(old: ProseNode, now: ProseNode): void {
    const change = nodeChange(old, now);
    if (change) this.changes.push(change);
  }

  private isRow(name: string | null): boolean {
    return name !== null && this.now.blocks.get(name)?.node.type === 'tableRow';
  }

  /** Cells gone and new: the same columns in every row, because pairBlocks takes tables apart in which it is otherwise. */
  private columns(table: string): void {
    const rows = this.pairing.align(table).stayed;
    for (const side of ['old', 'now'] as const) {
      const first = rows[0]?.[side];
      const cells = first ? (this[side].children.get(first.name) ?? []) : [];
      for (const [column, cell] of cells.entries()) {
        if (this.pairing.isPaired(cell.name)) continue;
        const [own, ...others] = rows.map((row) => this.cell(row[side].name, side, column));
        if (!own) continue;
        this.changes.push({ kind: side === 'old' ? 'delete' : 'insert', ...own, ...(others.length > 0 ? { column: others } : {}) });
      }
    }
  }

  private cell(row: string, side: 'old' | 'now', column: number): PlacedNodes {
    const aligned = this.pairing.align(row);
    const cell = this[side].children.get(row)?.[column] as IndexedBlock;
    const gap = aligned.gaps.findIndex((candidate) => candidate[side].includes(cell));
    const parent: PlaceParent = { old: this.old, now: this.now, name: row, rootName: this.rootName };
    return { place: placeOf(parent, aligned, gap, side, [cell]), nodes: [cell.node] };
  }
}

/** What differs inside of a figure or footnote that both sides have. */
function insideOf(old: ProseNode, now: ProseNode): readonly Change[] {
  const change = nodeChange(old, now);
  const own = change ? [change] : [];
  return old.type === 'footnote' ? [...own, ...compareRoots(withoutAttributes(old), withoutAttributes(now), nodeName(now))] : own;
}

/** What a footnote says, whatever it is itself. */
function withoutAttributes({ type, content }: ProseNode): ProseNode {
  return { type, ...(content ? { content } : {}) };
}

function nodeChange(old: ProseNode, now: ProseNode): Change | null {
  if (old.type === now.type && sameValue(old.attrs ?? {}, now.attrs ?? {})) return null;
  const nodeId = typeof now.attrs?.nodeId === 'string' && now.attrs.nodeId === old.attrs?.nodeId ? now.attrs.nodeId : nodeName(now);
  if (nodeId === null) return null;
  const before = { type: old.type, attrs: old.attrs ?? {} };
  return { kind: 'node', nodeId, before, after: { type: now.type, attrs: now.attrs ?? {} } };
}

function without(blocks: readonly IndexedBlock[], taken: readonly IndexedBlock[]): IndexedBlock[] {
  return blocks.filter((block) => !taken.includes(block));
}

/** The blocks in groups of those that stand side by side. */
function neighbours(blocks: readonly IndexedBlock[], row: readonly IndexedBlock[]): IndexedBlock[][] {
  const groups: IndexedBlock[][] = [];
  let last = -2;
  for (const block of blocks) {
    const index = row.indexOf(block);
    if (index === last + 1) groups.at(-1)?.push(block);
    else groups.push([block]);
    last = index;
  }
  return groups;
}
