import type { ProseNode } from '../schema/prose-node';
import { type Protection, protectionOf } from './protection';

/** What a node says of itself: by its attribute, or a text by its mark. What it stands in may hold it back too. */
export function protectionOfNode(node: ProseNode): Protection | null {
  const own = protectionOf(node.attrs?.protection);
  const marks = (node.marks ?? []).flatMap((mark) => (mark.type === 'protectedText' ? [protectionOf(mark.attrs?.protection)] : []));
  // a mark that does not say which holds back all the same
  return stronger(own, marks.length === 0 ? null : (marks.find((kind) => kind === 'privileged') ?? 'confidential'));
}

/** Whether a node, or something in it, says that it is privileged. */
export function holdsPrivileged(node: ProseNode): boolean {
  return protectionOfNode(node) === 'privileged' || (node.content ?? []).some(holdsPrivileged);
}

/** The one that holds back more. */
export function stronger(one: Protection | null, other: Protection | null): Protection | null {
  if (one === 'privileged' || other === 'privileged') return 'privileged';
  return one ?? other;
}

/**
 * What each inline node of a text block is. A figure, citation, footnote or line end between two stretches of marked words is held back with
 * them, whether it is marked or not: collaborative documents lose marks of such nodes, and nobody sees a gap there.
 */
export function inlineProtections(nodes: readonly ProseNode[]): readonly (Protection | null)[] {
  const own = nodes.map(protectionOfNode);
  return nodes.map((node, index) => {
    if (own[index] !== null || node.type === 'text') return own[index] ?? null;
    const before = own[nodes.findLastIndex((other, place) => place < index && other.type === 'text')] ?? null;
    const after = own[nodes.findIndex((other, place) => place > index && other.type === 'text')] ?? null;
    if (before === null || after === null) return null;
    return before === 'privileged' && after === 'privileged' ? 'privileged' : 'confidential';
  });
}
