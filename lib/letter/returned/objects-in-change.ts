import type { Change } from '../compare/change';
import { plainTextOf } from '../schema/plain-text';
import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';
import { OBJECTS } from './restore-objects';

export interface TakenObject {
  readonly node: ProseNode;
  readonly kind: 'figure' | 'citation' | 'cross-reference';
}

/**
 * The figures, citations and cross-references that a change takes out of the text for good and that make it a conflict: every figure, and a
 * citation or cross-reference whose words alone were typed over. A sentence taken out with its citation is a change like any other.
 */
export function objectsTakenBy(change: Change): readonly TakenObject[] {
  const [gone, come] = sidesOf(change);
  const stays = new Set(come.flatMap((node) => [...walkProse(node)]).map(nameOf));
  const taken = gone.flatMap((node) => [...walkProse(node)]).filter((node) => OBJECTS.has(node.type) && !stays.has(nameOf(node)));
  const figures = taken.filter(({ type }) => kindOfObject(type) === 'figure');
  if (figures.length > 0) return figures.map((node) => ({ node, kind: 'figure' }));
  const isTypedOver = come.length > 0 && gone.every((node) => OBJECTS.has(node.type) || (node.text ?? '').trim() === '');
  return isTypedOver ? taken.map((node) => ({ node, kind: kindOfObject(node.type) })) : [];
}

/** Whether what a change puts in could be another figure in place of the one that it takes out. */
export function bringsDigits(change: Change): boolean {
  return /\p{N}/u.test(plainTextOf({ type: 'doc', content: sidesOf(change)[1] }));
}

export function kindOfObject(type: string): TakenObject['kind'] {
  if (type === 'crossReference') return 'cross-reference';
  return type === 'citation' || type === 'actionCitation' ? 'citation' : 'figure';
}

function sidesOf(change: Change): readonly [readonly ProseNode[], readonly ProseNode[]] {
  switch (change.kind) {
    case 'text':
    case 'replace':
      return [change.deleted, change.inserted];
    case 'delete':
      return [[...change.nodes, ...(change.column ?? []).flatMap(({ nodes }) => nodes)], []];
    case 'insert':
      return [[], change.nodes];
    case 'node':
      // a figure bound to another run, or made something else
      return change.before.type === change.after.type && change.before.attrs.runId === change.after.attrs.runId
        ? [[], []]
        : [[{ type: change.before.type, attrs: change.before.attrs }], []];
    default:
      return [[], []];
  }
}

function nameOf(node: ProseNode): string {
  return `${node.type} ${String(node.attrs?.nodeId ?? node.attrs?.actionKey)}`;
}
