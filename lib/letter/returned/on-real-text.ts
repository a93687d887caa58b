import { sameValue } from '../compare/canonical-body';
import type { Change, PlacedNodes } from '../compare/change';
import type { ProseNode } from '../schema/prose-node';
import { findBlock } from './against-now';

type Attrs = Readonly<Record<string, unknown>>;

/**
 * A change that was found against a text as a file holds it, against the text itself: what it takes out, or gives another form, is named with all
 * that no file holds of it (whether it is held back, widths of columns, unseen characters). A block of which the file said less words than the
 * text has (`written` is the one of the file) is left as it is: then the change does not fit, and nobody takes out what they have not seen.
 */
export function onRealText(change: Change, sent: ProseNode, written: ProseNode): Change {
  const real = (node: ProseNode): ProseNode => {
    const name = node.attrs?.id ?? node.attrs?.nodeId;
    const own = typeof name === 'string' ? findBlock(sent, name) : null;
    return own && typeof name === 'string' && sameValue(own, findBlock(written, name)) ? own : node;
  };
  const placed = (parts: readonly PlacedNodes[] | undefined) =>
    parts ? { column: parts.map(({ place, nodes }) => ({ place, nodes: nodes.map(real) })) } : {};
  switch (change.kind) {
    case 'delete':
      return { ...change, nodes: change.nodes.map(real), ...placed(change.column) };
    case 'replace':
      return { ...change, deleted: change.deleted.map(real) };
    case 'node': {
      const own = findBlock(sent, change.nodeId);
      if (!own || own.type !== change.before.type) return change;
      const attrs = own.attrs ?? {};
      const after = { type: change.after.type, attrs: { ...attrs, ...differing(change.before.attrs, change.after.attrs) } };
      return { ...change, before: { type: own.type, attrs }, after };
    }
    default:
      return change;
  }
}

function differing(before: Attrs, after: Attrs): Attrs {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => !sameValue(before[key], value)));
}
