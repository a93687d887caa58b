import { applyChanges } from '../compare/apply-changes';
import type { Change } from '../compare/change';
import { namesIn, nodeName } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';

/**
 * Of changes to a text, those after which nothing stands there twice. What moves comes and goes by two changes under one name: where what goes
 * was edited by somebody else and does not fit any more, it may not come either.
 */
export function withoutDoubles(text: ProseNode, changes: readonly Change[]): readonly Change[] {
  const doubled = namesTwice(applyChanges(text, changes).body);
  if (doubled.size === 0) return changes;
  return changes.filter((change) => !putIn(change).some((node) => [...namesIn(node)].some((name) => doubled.has(name))));
}

function namesTwice(body: ProseNode): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const node of walkProse(body)) {
    const name = nodeName(node);
    if (name === null) continue;
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return twice;
}

function putIn(change: Change): readonly ProseNode[] {
  switch (change.kind) {
    case 'insert':
      return [...change.nodes, ...(change.column ?? []).flatMap(({ nodes }) => nodes)];
    case 'replace':
    case 'text':
      return change.inserted;
    case 'split':
      return [change.newBlock];
    default:
      return [];
  }
}
