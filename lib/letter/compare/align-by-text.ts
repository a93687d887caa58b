import { contentHash } from '@/lib/core/hash';
import { blockText } from '../anchors/block-text';
import type { ProseNode } from '../schema/prose-node';
import { uniqueIdentities } from '../schema/unique-identities';
import { canonicalBody, normalBody } from './canonical-body';
import { formOf } from './form-of';
import { isTextBlock, namesIn, nodeName } from './node-name';
import { pairInOrder } from './pair-in-order';
import { partedLeaves } from './parted-leaves';

type Names = Map<ProseNode, { readonly id?: unknown; readonly nodeId?: unknown }>;

/**
 * Gives the blocks, footnotes and figures of a text that comes from elsewhere (a returned Word file) the names of those of `before` that they
 * most resemble, so that compareBodies can tell what became of each. Names of `before` that the text still has are kept; the same text in
 * the same order comes first, then similar text between, then the only equal text elsewhere. What resembles nothing gets a new name.
 */
export function alignByText(before: ProseNode, after: ProseNode): ProseNode {
  const old = canonicalBody(before);
  const now = normalBody(after);
  const names: Names = new Map();
  alignRoots(old, now, names);
  const known = namesIn(old);
  return uniqueIdentities(renamed(now, names, known, new Set()), contentHash({ before: old, after: now }));
}

/** Names what stands under a root by what stands under the other; footnotes are roots of their own. */
function alignRoots(old: ProseNode, now: ProseNode, names: Names): void {
  const [oldLeaves, nowLeaves] = [leavesOf(old, []), leavesOf(now, [])];
  const alike = pairInOrder(oldLeaves, nowLeaves, ({ node }) => node, leafText);
  // a note of nothing but a citation shares no word with what a program leaves of it
  const isSameNote = old.type === 'footnote' && oldLeaves.length === nowLeaves.length && alike.length === 0;
  const found = isSameNote ? nowLeaves.map((leaf, index) => [oldLeaves[index] as Leaf, leaf] as const) : alike;
  const isLoose = ([was, is]: readonly [Leaf, Leaf]) => isTextBlock(is.node) && nodeName(was.node) !== nodeName(is.node);
  const loose = found.filter(isLoose);
  const paired = new Set(found.filter((pair) => !isLoose(pair)).flat());
  const free = (leaves: readonly Leaf[]) => leaves.map((leaf) => (paired.has(leaf) ? null : leaf));
  const parted = partedLeaves(loose, [free(oldLeaves), free(nowLeaves)], leafText, standAlike);
  const pairs: [Leaf, Leaf][] = [];
  for (const { olds, nows } of [...found.filter((pair) => !isLoose(pair)).map(([was, is]) => ({ olds: [was], nows: [is] })), ...parted]) {
    const [was, is] = [olds[0] as Leaf, nows[0] as Leaf];
    pairs.push([was, is]);
    give(names, is.node, was.node);
    if (isTextBlock(is.node)) alignInline(inlineOf(olds), inlineOf(nows), names);
  }
  alignParents(pairs, names);
}

/** Whether two text blocks are of one form and stand in blocks of the same forms. */
function standAlike(one: Leaf, other: Leaf): boolean {
  const forms = ({ node, within }: Leaf) => [node, ...within].map(formOf).join(' ');
  return isTextBlock(one.node) && forms(one) === forms(other);
}

function inlineOf(leaves: readonly Leaf[]): readonly ProseNode[] {
  return leaves.flatMap(({ node }) => node.content ?? []);
}

interface Leaf {
  readonly node: ProseNode;
  /** what it stands in, the nearest first, without the root */
  readonly within: readonly ProseNode[];
}

function leavesOf(node: ProseNode, within: readonly ProseNode[]): Leaf[] {
  return (node.content ?? []).flatMap((child) =>
    isTextBlock(child) || !child.content ? [{ node: child, within }] : leavesOf(child, [child, ...within]),
  );
}

/** What a leaf says: its words, or which figure it is. A heading and a paragraph of the same words are alike. */
function leafText({ node }: Leaf): string {
  return isTextBlock(node) ? blockText(node) : `${node.type} ${String(node.attrs?.figureId)} ${String(node.attrs?.path)}`;
}

/** Each block around leaves is the one of its kind around most of the leaves that they were; innermost first. */
function alignParents(pairs: readonly (readonly [Leaf, Leaf])[], names: Names): void {
  const votes = new Map<ProseNode, Map<ProseNode, number>>();
  const size = new Map<ProseNode, number>();
  for (const [was, is] of pairs) {
    for (const old of was.within) size.set(old, (size.get(old) ?? 0) + 1);
    for (const parent of is.within) {
      const own = votes.get(parent) ?? new Map<ProseNode, number>();
      votes.set(parent, own);
      for (const old of was.within) if (formOf(old) === formOf(parent)) own.set(old, (own.get(old) ?? 0) + 1);
    }
  }
  const taken = new Set<ProseNode>();
  const total = (own: ReadonlyMap<ProseNode, number>) => Math.max(0, ...own.values());
  for (const [parent, own] of [...votes].sort(([, one], [, other]) => total(one) - total(other))) {
    const best = [...own]
      .filter(([old]) => !taken.has(old))
      .sort(([one, count], [other, more]) => more - count || (size.get(one) ?? 0) - (size.get(other) ?? 0))[0];
    if (!best) continue;
    taken.add(best[0]);
    give(names, parent, best[0]);
  }
}

/** Footnotes by what they say, figures by what they show, citations by what they cite, references by where they lead, in their order. */
function alignInline(old: readonly ProseNode[], now: readonly ProseNode[], names: Names): void {
  for (const type of ['footnote', 'figureNumber', 'citation', 'crossReference']) {
    const of = (content: readonly ProseNode[]) => content.filter((child) => child.type === type);
    const [olds, nows] = [of(old), of(now)];
    const pairs = pairInOrder(olds, nows, (node) => node, inlineText);
    const rest = olds.length === nows.length ? nows.map((node, index) => [olds[index] as ProseNode, node] as const) : [];
    for (const [was, is] of pairs.length === nows.length ? pairs : rest.length > 0 ? rest : pairs) {
      give(names, is, was);
      if (type === 'footnote') alignRoots(was, is, names);
    }
  }
}

function inlineText({ type, attrs = {}, content = [] }: ProseNode): string {
  if (type === 'footnote') return content.map(blockText).join('\n');
  const said = {
    citation: [attrs.sourceId, attrs.signal, attrs.pinpoint, attrs.parenthetical],
    crossReference: [attrs.target, attrs.targetId, attrs.form],
  }[type] ?? [attrs.figureId, attrs.path];
  return said.map(String).join(' ');
}

function give(names: Names, node: ProseNode, from: ProseNode): void {
  names.set(node, { id: from.attrs?.id, nodeId: from.attrs?.nodeId });
}

/** The text with the names given: its own where `known` has it, and every name once. */
function renamed(node: ProseNode, names: Names, known: ReadonlySet<string>, used: Set<string>): ProseNode {
  const given = names.get(node);
  const attrs: Record<string, unknown> = { ...node.attrs };
  for (const attribute of ['id', 'nodeId'] as const) {
    if (!(attribute in attrs)) continue;
    const own = attrs[attribute];
    const name = typeof own === 'string' && known.has(own) && !given ? own : given?.[attribute];
    const isFree = typeof name === 'string' && !used.has(`${attribute} ${name}`);
    attrs[attribute] = isFree ? name : null;
    if (isFree) used.add(`${attribute} ${name}`);
  }
  return {
    ...node,
    ...(node.attrs ? { attrs } : {}),
    ...(node.content ? { content: node.content.map((child) => renamed(child, names, known, used)) } : {}),
  };
}
