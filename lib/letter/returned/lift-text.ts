import { canonicalBody, sameMarks, sameValue } from '../compare/canonical-body';
import { longestRising } from '../compare/longest-rising';
import { isTextBlock, nodeName } from '../compare/node-name';
import type { ProseMark, ProseNode } from '../schema/prose-node';
import { saysSame } from '../tracked/held-body';
import { walkProse } from '../walk-prose';
import { asWordHolds } from './as-word-holds';
import { liftLine } from './lift-line';

/**
 * A text as a file says it, made a text of the letter again: what no file holds (empty blocks and notes, defined terms, what is held back, unseen
 * characters, what stood in what) is put back from the text that was sent, where what it belonged to is still there. `held` is what the file said
 * when it was written, asWordHolds(sent); `text` bears its names. Read from a file, the result says what `text` says.
 */
export function liftText(sent: ProseNode, held: ProseNode, text: ProseNode): ProseNode {
  const lifted = (text.content ?? []).map(lifting(namedNodes(sent), namedNodes(held)));
  const tries = [withStanding(sent, text, lifted), lifted];
  const made = tries.map((content) => canonicalBody({ ...text, content }));
  return made.find((body) => saysSame(asWordHolds(body), text)) ?? canonicalBody(text);
}

/** The blocks of a text with those in place of it that no edit touched, as they were sent, and between them those in which nothing is written. */
function withStanding(sent: ProseNode, text: ProseNode, lifted: readonly ProseNode[]): ProseNode[] {
  const blocks = (sent.content ?? []).map((block) => ({ block, held: heldBlocks(block) }));
  const written = blocks.filter(({ held }) => held.length > 0);
  const at = new Map((text.content ?? []).map((block, index) => [nodeName(block), index] as const));
  const startOf = (held: readonly ProseNode[]) => {
    const start = at.get(nodeName(held[0] as ProseNode)) ?? -1;
    return start >= 0 && held.every((block, index) => sameValue(block, text.content?.[start + index])) ? start : -1;
  };
  const found = written.map(({ block, held }) => ({ block, start: startOf(held), count: held.length })).filter(({ start }) => start >= 0);
  const standing = longestRising(found.map(({ start }) => start)).map((index) => found[index] as (typeof found)[number]);

  const out: ProseNode[] = [];
  let next = 0;
  for (const { block, held } of blocks) {
    const own = standing.find((candidate) => candidate.block === block);
    if (own) {
      out.push(...lifted.slice(next, own.start), block);
      next = own.start + own.count;
    } else if (held.length === 0 && standing.length > 0) out.push(block);
  }
  return [...out, ...lifted.slice(next)];
}

/** What a file holds of a block alone; nothing where nothing is written in it. */
function heldBlocks(block: ProseNode): readonly ProseNode[] {
  const held = asWordHolds({ type: 'doc', content: [block] });
  return saysSame(held, NOTHING) ? [] : (held.content ?? []);
}

const NOTHING: ProseNode = { type: 'doc', content: [{ type: 'paragraph' }] };

type Named = ReadonlyMap<string, ProseNode>;

function namedNodes(body: ProseNode): Named {
  const named = new Map<string, ProseNode>();
  for (const node of walkProse(body)) {
    const name = nodeName(node);
    if (name !== null) named.set(name, node);
  }
  return named;
}

function lifting(sent: Named, held: Named): (node: ProseNode) => ProseNode {
  const lift = (node: ProseNode): ProseNode => {
    const name = nodeName(node) ?? '';
    const [was, written] = [sent.get(name), held.get(name)];
    const formed = was && written ? liftForm(node, was, written) : node;
    if (!isTextBlock(node)) return node.content ? { ...formed, content: node.content.map(lift) } : formed;
    return was && written ? { ...formed, content: liftLine(was, written, node, inner) } : formed;
  };
  const inner = (node: ProseNode, was: ProseNode, written: ProseNode): ProseNode => {
    const marks = sameMarks(written.marks, node.marks) ? was.marks : [...(node.marks ?? []), ...(was.marks ?? []).filter(isUnheld)];
    const { marks: _, ...formed } = liftForm(node, was, written);
    const content =
      node.type === 'footnote' ? { content: sameValue(written.content, node.content) ? was.content : node.content?.map(lift) } : {};
    return { ...formed, ...content, ...(marks && marks.length > 0 ? { marks } : {}) } as ProseNode;
  };
  return lift;
}

/** A node with the attributes of the one that was sent, but for those that the file says otherwise. */
function liftForm(node: ProseNode, was: ProseNode, written: ProseNode): ProseNode {
  if (node.type !== written.type) return node;
  const changed = Object.entries(node.attrs ?? {}).filter(([key, value]) => !sameValue(value, written.attrs?.[key]));
  return { ...node, type: was.type, ...((was.attrs ?? node.attrs) ? { attrs: { ...was.attrs, ...Object.fromEntries(changed) } } : {}) };
}

/** Marks that are no formatting. */
function isUnheld({ type }: ProseMark): boolean {
  return type === 'definedTerm' || type === 'protectedText';
}
