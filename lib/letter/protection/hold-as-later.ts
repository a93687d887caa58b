import { canonicalBody } from '../compare/canonical-body';
import type { Change } from '../compare/change';
import { compareBodies } from '../compare/compare-bodies';
import { namesIn, nodeName } from '../compare/node-name';
import { contentSize } from '../compare/node-size';
import { sliceInline } from '../compare/slice-inline';
import type { LetterContent } from '../letter-content';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';
import { holdsPrivileged, protectionOfNode } from './inline-protections';
import { protectedParts } from './protected-parts';

/**
 * An earlier version in which all is privileged that became so since: otherwise a redline would show as deleted what stood open then and is held
 * back now. Words that gave way to nothing but privileged ones are held back with them, and so is a paragraph that is gone, where four or
 * more of its words are privileged at another place now.
 */
export function holdAsLater(before: LetterContent, later: LetterContent): LetterContent {
  const holding = later.sections.filter(({ body }) => holdsPrivileged(body));
  if (holding.length === 0) return before;
  const now = new Map(holding.map(({ id, body }) => [id, body]));
  const moved = protectedParts(later).flatMap(({ protection, text }) => (protection === 'privileged' ? [plain(text)] : []));
  const phrases = moved.filter((words) => words.split(' ').length >= 4);
  const standing = new Set(later.sections.flatMap(({ body }) => [...namesIn(body)]));
  const named = heldNow(later);
  const sections = before.sections.map((section) => {
    const start = marked(canonicalBody(section.body), named);
    const body = now.get(section.id);
    return { ...section, body: heldMoved(body ? heldIn(start, body) : start, phrases, standing) };
  });
  return { ...before, sections };
}

/** What of a body is to be held back: stretches of its text blocks, nodes by their names, and cited actions, which have none, by key and block. */
interface Held {
  readonly words: Map<string, (readonly [number, number])[]>;
  readonly nodes: Set<string>;
  readonly actions: Set<string>;
}

function nothing(): Held {
  return { words: new Map(), nodes: new Set(), actions: new Set() };
}

/** What is privileged in a version, with all that it holds. */
function heldNow(later: LetterContent): Held {
  const held = nothing();
  const read = (node: ProseNode, block: ProseNode, around: boolean) => {
    const own = around || protectionOfNode(node) === 'privileged';
    if (own) for (const name of namesOf(node)) held.nodes.add(name);
    if (own && node.type === 'actionCitation') held.actions.add(actionName(node, block));
    for (const child of node.content ?? []) read(child, node, own);
  };
  for (const { body } of later.sections) read(body, body, false);
  return held;
}

function namesOf({ attrs }: ProseNode): string[] {
  return [attrs?.id, attrs?.nodeId].filter((name) => typeof name === 'string');
}

function actionName(node: ProseNode, block: ProseNode): string {
  return JSON.stringify([nodeName(block), node.attrs?.actionKey]);
}

function heldIn(before: ProseNode, later: ProseNode): ProseNode {
  const held = nothing();
  for (const change of compareBodies(before, later)) note(held, change);
  return marked(before, held);
}

function note({ words, nodes }: Held, change: Change): void {
  const hold = (id: string, from: number, to: number) => words.set(id, [...(words.get(id) ?? []), [from, to]]);
  if (change.kind === 'format' && change.added.some(isPrivilege)) hold(change.before.blockId, change.before.from, change.before.to);
  if (change.kind === 'text' && saysOnlyPrivileged(change.inserted)) hold(change.before.blockId, change.before.from, change.before.to);
  if (change.kind === 'split' && holdsPrivileged(change.newBlock)) hold(change.blockId, change.at, Number.POSITIVE_INFINITY);
  if (change.kind === 'node' && change.after.attrs.protection === 'privileged') nodes.add(change.nodeId);
  if (change.kind === 'replace' && change.inserted.some(holdsPrivileged)) {
    for (const name of change.deleted.map(nodeName)) if (name !== null) nodes.add(name);
  }
}

function marked(node: ProseNode, held: Held, block: ProseNode = node): ProseNode {
  const name = nodeName(node);
  const isHeld = namesOf(node).some((each) => held.nodes.has(each));
  const isHeldAction = node.type === 'actionCitation' && held.actions.has(actionName(node, block));
  const own = isHeld || isHeldAction ? privileged(node) : node;
  if (!own.content) return own;
  const stretches = (name !== null && held.words.get(name)) || [];
  const content = stretches.length > 0 ? heldStretches(own, stretches) : own.content;
  return { ...own, content: content.map((child) => marked(child, held, node)) };
}

function heldStretches(block: ProseNode, stretches: readonly (readonly [number, number])[]): ProseNode[] {
  const size = contentSize(block);
  const bounds = [...new Set([0, size, ...stretches.flat().map((bound) => Math.min(bound, size))])].sort((one, other) => one - other);
  return bounds.slice(1).flatMap((to, index) => {
    const from = bounds[index] as number;
    const nodes = sliceInline(block.content ?? [], from, to);
    return stretches.some(([start, end]) => start <= from && to <= end) ? nodes.map(privileged) : nodes;
  });
}

/** The paragraphs and headings that are gone and whose words are held back at another place now, held back as a whole. */
function heldMoved(body: ProseNode, phrases: readonly string[], standing: ReadonlySet<string>): ProseNode {
  const names = [...walkProse(body)].flatMap((node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return [];
    const words = plain(plainTextOf(node));
    const name = nodeName(node);
    return name !== null && !standing.has(name) && phrases.some((phrase) => words.includes(phrase)) ? [name] : [];
  });
  return names.length === 0 ? body : marked(body, { ...nothing(), nodes: new Set(names) });
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function privileged(node: ProseNode): ProseNode {
  if (node.type !== 'text') return { ...node, attrs: { ...node.attrs, protection: 'privileged' } };
  const others = (node.marks ?? []).filter(({ type }) => type !== 'protectedText');
  return { ...node, marks: [...others, { type: 'protectedText', attrs: { protection: 'privileged' } }] };
}

function saysOnlyPrivileged(nodes: readonly ProseNode[]): boolean {
  const saying = nodes.filter((node) => node.type !== 'text' || (node.text ?? '').trim() !== '');
  return saying.length > 0 && saying.every((node) => protectionOfNode(node) === 'privileged');
}

function isPrivilege(mark: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): boolean {
  return mark.type === 'protectedText' && mark.attrs?.protection === 'privileged';
}
