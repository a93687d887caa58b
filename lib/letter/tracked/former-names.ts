import { namesIn } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { trackedEndOf, trackedOf } from './side';
import type { TrackedBody } from './tracked';

/** Behind the name of what goes where something bears the name that stays or comes. No identifier has it. */
const FORMER = '#before';

export function formerName(name: string): string {
  return `${name}${FORMER}`;
}

/** The name that it had, of what goes; of all else its own. */
export function nameBefore(name: string): string {
  return name.endsWith(FORMER) ? name.slice(0, -FORMER.length) : name;
}

/** A tracked body in which names are borne once: what goes gives its name to what stands in `after` under the same. */
export function withFormerNames(body: TrackedBody, after: ProseNode): TrackedBody {
  return renamed(body, namesIn(after), false);
}

/** Everything in a node under a former name. */
export function former(node: ProseNode): ProseNode {
  return renamed(node, namesIn(node), true);
}

function renamed(node: ProseNode, taken: ReadonlySet<string>, within: boolean): ProseNode {
  const goes = within || isDeleted(node);
  const attrs: Record<string, unknown> = { ...node.attrs };
  for (const key of ['id', 'nodeId']) {
    const name = attrs[key];
    if (goes && typeof name === 'string' && taken.has(name)) attrs[key] = formerName(name);
  }
  return {
    ...node,
    ...(node.attrs ? { attrs } : {}),
    ...(node.content ? { content: node.content.map((child) => renamed(child, taken, goes)) } : {}),
  };
}

/** Whether a node goes with all that it holds. Of a paragraph whose mark alone goes, the words stay. */
function isDeleted(node: ProseNode): boolean {
  if ((node.marks ?? []).some(({ type }) => type === 'deleted') || trackedOf(node)?.kind === 'deleted') return true;
  return trackedEndOf(node)?.kind === 'deleted' && (node.content ?? []).every(isDeleted);
}
