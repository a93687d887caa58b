import type { BlockPlace, Change } from '@/lib/letter/compare/change';
import { protectionOf } from '@/lib/letter/protection/protection';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import { type BodyIndex, indexBody, nameOf } from './body-index';
import { type ChangeTopic, changeTopics } from './change-topic';
import type { MarkedNode, RedlineSign } from './marked-node';
import { nodeChangeWords } from './node-change-words';
import { redlineInline } from './redline-inline';

/** Blocks that are gone, drawn where they stood: behind a neighbour that still stands, or first under their parent. */
interface Ghost {
  readonly afterId: string | null;
  readonly order: number;
  readonly nodes: readonly MarkedNode[];
}

interface Plan {
  readonly signs: Map<string, RedlineSign[]>;
  readonly was: Map<string, ProseNode>;
  readonly ranges: Map<string, { from: number; to: number; sign: RedlineSign }[]>;
  readonly gone: Map<string, { at: number; nodes: readonly ProseNode[]; sign: RedlineSign }[]>;
  readonly ghosts: Map<string | null, Ghost[]>;
  /** What stands directly before a node that took its place. */
  readonly replaced: Map<string, readonly MarkedNode[]>;
  readonly splits: Map<string, RedlineSign>;
}

const PILCROW: ProseNode = { type: 'text', text: '¶' };

/**
 * One text out of two: the body as it is now with what was put in marked, and with what was taken out or moved away drawn where it stood.
 * `changes` are those that lead from `before` to `after`, as compareBodies gives them.
 */
export function redlineTree(before: ProseNode, after: ProseNode, changes: readonly Change[]): MarkedNode {
  const [old, now] = [indexBody(before), indexBody(after)];
  const plan: Plan = {
    signs: new Map(),
    was: new Map(),
    ranges: new Map(),
    gone: new Map(),
    ghosts: new Map(),
    replaced: new Map(),
    splits: new Map(),
  };
  const topics = changeTopics(old, now, changes);
  for (const index of changes.keys()) note(plan, index, { changes, topics, old, now });
  return { ...after, content: drawChildren(after.content ?? [], null, plan) };
}

interface Comparison {
  readonly changes: readonly Change[];
  readonly topics: readonly (readonly ChangeTopic[])[];
  readonly old: BodyIndex;
  readonly now: BodyIndex;
}

function note(plan: Plan, index: number, { changes, topics, old, now }: Comparison): void {
  const change = changes[index] as Change;
  const sign = (kind: RedlineSign['kind'], words?: string): RedlineSign => ({
    kind,
    change: index,
    topics: topics[index] ?? [],
    ...(words === undefined ? {} : { words }),
  });
  switch (change.kind) {
    case 'text': {
      const { blockId, from, to } = change.after;
      if (change.deleted.length > 0) push(plan.gone, blockId, { at: from, nodes: change.deleted, sign: sign('deleted') });
      if (to > from) push(plan.ranges, blockId, { from, to, sign: sign('inserted') });
      break;
    }
    case 'format': {
      const words = [
        ...change.added.map((mark) => `now ${markWords(mark)}`),
        ...change.removed.map((mark) => `no longer ${markWords(mark)}`),
      ];
      push(plan.ranges, change.after.blockId, { ...change.after, sign: sign('reformatted', words.join(', ')) });
      break;
    }
    case 'split': {
      const id = nameOf(change.newBlock);
      if (id !== null) plan.splits.set(id, sign('inserted', 'paragraph parted here'));
      break;
    }
    case 'join':
      push(plan.gone, change.blockId, {
        at: mapped(change.at, change.blockId, changes),
        nodes: [PILCROW],
        sign: sign('deleted', 'paragraphs joined here'),
      });
      break;
    case 'node':
      push(plan.signs, change.nodeId, sign('changed', nodeChangeWords(change)));
      plan.was.set(change.nodeId, { type: change.before.type, attrs: change.before.attrs });
      break;
    case 'insert':
      for (const { nodes } of [change, ...(change.column ?? [])]) for (const node of nodes) pushNamed(plan.signs, node, sign('inserted'));
      break;
    case 'delete':
      for (const { place, nodes } of [change, ...(change.column ?? [])]) haunt(plan, place, nodes, sign('deleted'), old, now);
      break;
    case 'move':
      push(plan.signs, change.nodeId, sign('moved-here'));
      haunt(plan, change.from, [change.node], sign('moved-away'), old, now);
      break;
    case 'replace': {
      const taken = change.deleted.map((node): MarkedNode => ({ ...node, signs: [sign('deleted')] }));
      for (const node of change.inserted) pushNamed(plan.signs, node, sign('inserted'));
      const first = change.inserted[0] && nameOf(change.inserted[0]);
      if (first && now.nodes.has(first)) plan.replaced.set(first, taken);
      else haunt(plan, change.place, change.deleted, sign('deleted'), old, now);
    }
  }
}

const MARK_WORDS: Readonly<Record<string, string>> = { smallCaps: 'small capitals', strike: 'struck through', link: 'a link' };

function markWords({ type, attrs }: ProseMark): string {
  return type === 'protectedText' ? (protectionOf(attrs?.protection) ?? 'confidential') : (MARK_WORDS[type] ?? type);
}

/** An offset of a block as it was, in the block as it is. */
function mapped(offset: number, blockId: string, changes: readonly Change[]): number {
  let at = offset;
  for (const change of changes) {
    if (change.kind !== 'text' || change.before.blockId !== blockId || change.before.to > offset) continue;
    at += change.after.to - change.after.from - (change.before.to - change.before.from);
  }
  return at;
}

/** Puts what is gone behind the nearest of its former neighbours that still stands; where its parent is gone too, beside the parent. */
function haunt(plan: Plan, place: BlockPlace, nodes: readonly ProseNode[], sign: RedlineSign, old: BodyIndex, now: BodyIndex): void {
  let { parentId, afterId } = place;
  while (parentId !== null && !now.nodes.has(parentId)) {
    afterId = parentId;
    parentId = old.nodes.get(parentId)?.parentId ?? null;
  }
  const siblings = old.children.get(parentId) ?? [];
  const standing = new Set(now.children.get(parentId));
  const from = afterId === null ? -1 : siblings.indexOf(afterId);
  const neighbour = siblings.slice(0, from + 1).findLast((id) => standing.has(id)) ?? null;
  push(plan.ghosts, parentId, { afterId: neighbour, order: from, nodes: nodes.map((node): MarkedNode => ({ ...node, signs: [sign] })) });
}

function draw(node: ProseNode, plan: Plan): MarkedNode {
  const id = nameOf(node);
  const content = node.content ?? [];
  // what has no name is never spoken of: only what stands in it is
  if (id === null) return node.content ? { ...node, content: content.map((child) => draw(child, plan)) } : node;
  const events = { ranges: plan.ranges.get(id) ?? [], ghosts: plan.gone.get(id) ?? [] };
  const own = plan.signs.get(id);
  const was = plan.was.get(id);
  const marked = { ...node, ...(own ? { signs: own } : {}), ...(was ? { was } : {}) };
  if (events.ranges.length > 0 || events.ghosts.length > 0) {
    const children = content.map((child) => draw(child, plan));
    return { ...marked, content: redlineInline(content, children, events) };
  }
  return node.content || plan.ghosts.has(id) ? { ...marked, content: drawChildren(content, id, plan) } : marked;
}

function drawChildren(content: readonly ProseNode[], parentId: string | null, plan: Plan): MarkedNode[] {
  const ghosts = [...(plan.ghosts.get(parentId) ?? [])].sort((a, b) => a.order - b.order);
  const behind = (anchor: string | null) => ghosts.filter(({ afterId }) => afterId === anchor).flatMap(({ nodes }) => nodes);
  const drawn: MarkedNode[] = [...behind(null)];
  for (const child of content) {
    const id = nameOf(child);
    const split = id === null ? undefined : plan.splits.get(id);
    let node = draw(child, plan);
    if (split) {
      const last = drawn.at(-1);
      const pilcrow: MarkedNode = { ...PILCROW, signs: [split] };
      if (last && (last.type === 'paragraph' || last.type === 'heading') && !last.signs?.length) {
        drawn[drawn.length - 1] = { ...last, content: [...(last.content ?? []), pilcrow] };
      } else node = { ...node, content: [pilcrow, ...(node.content ?? [])] };
    }
    drawn.push(...((id !== null && plan.replaced.get(id)) || []), node);
    if (id !== null) drawn.push(...behind(id));
  }
  return drawn;
}

function pushNamed(signs: Map<string, RedlineSign[]>, node: ProseNode, sign: RedlineSign): void {
  const id = nameOf(node);
  if (id !== null) push(signs, id, sign);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
