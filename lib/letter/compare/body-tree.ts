import type { ProseMark, ProseNode } from '../schema/prose-node';
import { joinText } from './canonical-body';
import { nodeName } from './node-name';

/** A node of a body that is being changed. */
export interface TreeNode extends ProseNode {
  type: string;
  attrs?: Readonly<Record<string, unknown>>;
  content?: readonly TreeNode[];
  marks?: readonly ProseMark[];
  text?: string;
}

/** A body while changes are made in it: nodes are found by their names, figures and footnotes inside of text too. */
export class BodyTree {
  readonly root: TreeNode;
  private names: Map<string, TreeNode> | null = null;
  private parents: Map<TreeNode, TreeNode> | null = null;

  constructor(body: ProseNode) {
    this.root = copyOf(body);
  }

  /** The node of a name, the first where several bear it; the body itself for null. */
  find(name: string | null): TreeNode | undefined {
    if (name === null) return this.root;
    this.names ??= this.index();
    return this.names.get(name);
  }

  parentOf(node: TreeNode): TreeNode | undefined {
    if (!this.parents) this.names = this.index();
    return this.parents?.get(node);
  }

  /** Gives a node other content; `content` may hold nodes of the tree or new ones. */
  setContent(node: TreeNode, content: readonly TreeNode[]): void {
    node.content = content;
    this.forget();
  }

  insert(parent: TreeNode, index: number, nodes: readonly TreeNode[]): void {
    const content = [...(parent.content ?? [])];
    content.splice(index, 0, ...nodes);
    this.setContent(parent, content);
  }

  remove(node: TreeNode): void {
    const parent = this.parentOf(node);
    if (!parent) return;
    this.setContent(
      parent,
      (parent.content ?? []).filter((child) => child !== node),
    );
  }

  toBody(): ProseNode {
    return plain(this.root);
  }

  private forget(): void {
    this.names = null;
    this.parents = null;
  }

  private index(): Map<string, TreeNode> {
    const names = new Map<string, TreeNode>();
    const parents = new Map<TreeNode, TreeNode>();
    const visit = (node: TreeNode) => {
      for (const name of [node.attrs?.id, node.attrs?.nodeId]) {
        if (typeof name === 'string' && name !== '' && !names.has(name)) names.set(name, node);
      }
      for (const child of node.content ?? []) {
        parents.set(child, node);
        if (child.type !== 'text') visit(child);
      }
    };
    visit(this.root);
    this.parents = parents;
    this.names = names;
    return names;
  }
}

/** The index of the child of a name; -1 where there is none. */
export function childIndex(parent: TreeNode, name: string | null): number {
  return name === null ? -1 : (parent.content ?? []).findIndex((child) => nodeName(child) === name);
}

export function copyOf(node: ProseNode): TreeNode {
  return { ...node, ...(node.content ? { content: node.content.map(copyOf) } : {}) };
}

function plain(node: TreeNode): ProseNode {
  if (!node.content) return node;
  const { content, ...rest } = node;
  return content.length === 0 ? rest : { ...rest, content: joinText(content.map(plain)) };
}
