import type { ProseNode } from '@/lib/letter/schema/prose-node';

export interface IndexedNode {
  readonly node: ProseNode;
  /** null: it stands in the section itself */
  readonly parentId: string | null;
  readonly place: number;
  /** The kinds of node around it. */
  readonly around: ReadonlySet<string>;
}

/** The nodes of a body that carry a name, by it. */
export interface BodyIndex {
  readonly nodes: ReadonlyMap<string, IndexedNode>;
  /** The names of what stands directly under a node, in order; null for the section itself. */
  readonly children: ReadonlyMap<string | null, readonly string[]>;
}

/** `id` of a block or footnote, `nodeId` of a figure in a sentence; null for what has no name. */
export function nameOf(node: ProseNode): string | null {
  const name = node.attrs?.id ?? node.attrs?.nodeId;
  return typeof name === 'string' && name !== '' ? name : null;
}

export function indexBody(body: ProseNode): BodyIndex {
  const nodes = new Map<string, IndexedNode>();
  const children = new Map<string | null, string[]>();
  const visit = (parent: ProseNode, parentId: string | null, around: ReadonlySet<string>) => {
    const names: string[] = [];
    for (const [place, node] of (parent.content ?? []).entries()) {
      const name = nameOf(node);
      if (name !== null) {
        nodes.set(name, { node, parentId, place, around });
        names.push(name);
      }
      if (node.content) visit(node, name ?? parentId, new Set([...around, node.type]));
    }
    children.set(parentId, [...(children.get(parentId) ?? []), ...names]);
  };
  visit(body, null, new Set());
  return { nodes, children };
}
