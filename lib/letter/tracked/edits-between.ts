import { BodyTree } from '../compare/body-tree';
import { sameValue } from '../compare/canonical-body';
import { compareBodies } from '../compare/compare-bodies';
import { longestRising } from '../compare/longest-rising';
import { nodeName } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { drawEdits } from './draw-edits';
import type { Edit } from './edit';
import { editsOfChanges } from './edits-of-changes';
import { heldBody, saysSame } from './held-body';
import { settleTracked } from './settle-tracked';

/** Blocks of both versions that belong together: one that stayed with what went and came behind it, or what went and came at the beginning. */
interface Segment {
  readonly pair: { readonly old: ProseNode; readonly now: ProseNode } | null;
  readonly old: readonly ProseNode[];
  readonly now: readonly ProseNode[];
  /** the block behind the segment in the version before */
  readonly next: string | null;
}

/**
 * The edits that lead from one body to the other, both as heldBody gives them. Where the comparison's changes, drawn and settled again, do not
 * give either version exactly, a smaller part is tried, and in the end the old blocks go as a whole and the new ones come.
 */
export function editsBetween(before: ProseNode, after: ProseNode): readonly Edit[] {
  return between(null, before.content ?? [], after.content ?? [], null);
}

/** `container` is the list or quotation whose children they are, null for the body. */
function between(container: ProseNode | null, old: readonly ProseNode[], now: readonly ProseNode[], next: string | null): readonly Edit[] {
  return segmentsOf(old, now, next).flatMap((segment) => editsOf(container, segment));
}

function segmentsOf(old: readonly ProseNode[], now: readonly ProseNode[], end: string | null): Segment[] {
  const places = new Map(now.map((node, index) => [nodeName(node), index]));
  const common = old.flatMap((node, index) => {
    const place = places.get(nodeName(node));
    return place === undefined ? [] : [{ index, place }];
  });
  const stayed = longestRising(common.map(({ place }) => place)).map((index) => common[index] as (typeof common)[number]);
  return [{ index: -1, place: -1 }, ...stayed].map(({ index, place }, order) => {
    const following = stayed[order];
    const next = following ? nodeName(old[following.index] as ProseNode) : end;
    const pair = index < 0 ? null : { old: old[index] as ProseNode, now: now[place] as ProseNode };
    return { pair, old: old.slice(index + 1, following?.index), now: now.slice(place + 1, following?.place), next };
  });
}

function editsOf(container: ProseNode | null, { pair, old, now, next }: Segment): readonly Edit[] {
  if (!pair) return whole(container, old, now, next);
  if (old.length === 0 && now.length === 0) return editsOfPair(container, pair, next);
  if (!sameValue(pair.old, pair.now)) {
    const together = fitting(container, [pair.old, ...old], [pair.now, ...now], next);
    if (together) return together;
  }
  const behind = old[0] ? nodeName(old[0]) : next;
  return [...editsOfPair(container, pair, behind), ...whole(container, old, now, next)];
}

function editsOfPair(container: ProseNode | null, { old, now }: NonNullable<Segment['pair']>, next: string | null): readonly Edit[] {
  if (sameValue(old, now)) return [];
  const found = fitting(container, [old], [now], next);
  if (found) return found;
  if (DESCENDED.has(old.type) && old.type === now.type && sameValue(old.attrs, now.attrs)) {
    return between(old, old.content ?? [], now.content ?? [], null);
  }
  return whole(container, [old], [now], next);
}

const DESCENDED: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'blockquote']);

/** The edits that the comparison finds, where they give both versions exactly. */
function fitting(
  container: ProseNode | null,
  old: readonly ProseNode[],
  now: readonly ProseNode[],
  next: string | null,
): readonly Edit[] | null {
  const [before, after] = [wrapped(container, old), wrapped(container, now)];
  const edits = editsOfChanges(compareBodies(before, after), new BodyTree(before));
  if (!edits || !isExact(edits, before, after)) return null;
  const parent = container ? nodeName(container) : null;
  return edits.map((edit) => (edit.kind === 'come' && edit.parent === parent && edit.before === null ? { ...edit, before: next } : edit));
}

/** Whether edits of a body, drawn and settled again, give it and what it is to become. */
function isExact(edits: readonly Edit[], before: ProseNode, after: ProseNode): boolean {
  const tracked = drawEdits(
    before,
    edits.map((edit) => ({ edit, by: NOBODY })),
  );
  return saysSame(heldBody(settleTracked(tracked, 'accept')), after) && saysSame(heldBody(settleTracked(tracked, 'reject')), before);
}

const NOBODY = { author: '', at: '' };

function wrapped(container: ProseNode | null, content: readonly ProseNode[]): ProseNode {
  return { type: 'doc', content: container ? [{ ...container, content }] : content };
}

/** The old blocks go, the new ones come before what stands behind them. */
function whole(container: ProseNode | null, old: readonly ProseNode[], now: readonly ProseNode[], next: string | null): readonly Edit[] {
  const gone = old.map((node): Edit => ({ kind: 'gone', id: nodeName(node) ?? '' }));
  const parent = container ? nodeName(container) : null;
  return now.length === 0 ? gone : [...gone, { kind: 'come', parent, before: next, nodes: now }];
}
