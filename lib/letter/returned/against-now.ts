import { applyChanges } from '../compare/apply-changes';
import { normalBody, sameValue } from '../compare/canonical-body';
import type { Change } from '../compare/change';
import { compareBodies } from '../compare/compare-bodies';
import { keepBeside } from '../compare/keep-beside';
import { contentSize } from '../compare/node-size';
import type { ProseNode } from '../schema/prose-node';

/** How a change of the file stands to the text of now. */
export type StandingOfChange =
  | { readonly kind: 'fits' }
  | { readonly kind: 'made' }
  /** both sides changed the same since the file was sent */
  | { readonly kind: 'conflict'; readonly why: string; readonly proposal: Change | null };

/** Three ways: a change between what was sent and the file, against the text as it stands now. */
export function againstNow(change: Change, sent: ProseNode, now: ProseNode): StandingOfChange {
  if (sameValue(sent, now)) return { kind: 'fits' };
  const { body, conflicts } = applyChanges(now, [change]);
  const [conflict] = conflicts;
  if (!conflict) return sameValue(body, normalBody(now)) ? { kind: 'made' } : { kind: 'fits' };
  return { kind: 'conflict', why: conflict.reason, proposal: theirsInstead(change, sent, now) };
}

/**
 * What would put their words in place of ours: the block as it was sent with this change in it or, where that block is gone, its words as a
 * paragraph of their own. Null where it is neither.
 */
function theirsInstead(change: Change, sent: ProseNode, now: ProseNode): Change | null {
  const name = change.kind === 'text' ? change.before.blockId : null;
  const theirs = name === null ? null : findBlock(applyChanges(sent, [change]).body, name);
  const ours = name === null ? null : findBlock(now, name);
  if (name !== null && theirs && ours) {
    return soleChange(compareBodies(now, withBlock(now, name, theirs))) ?? wholeBlock(name, ours.content ?? [], theirs.content ?? []);
  }
  return soleChange(compareBodies(now, keepBeside(now, [change])));
}

/** All words of a block in place of all others. */
function wholeBlock(blockId: string, deleted: readonly ProseNode[], inserted: readonly ProseNode[]): Change {
  const stretch = (content: readonly ProseNode[]) => ({ blockId, from: 0, to: contentSize({ type: 'paragraph', content }) });
  return { kind: 'text', before: stretch(deleted), after: stretch(inserted), deleted, inserted, base: deleted };
}

/** The change, where there is one alone; several are none that could be decided by one word. */
function soleChange(changes: readonly Change[]): Change | null {
  return changes.length === 1 ? (changes[0] ?? null) : null;
}

export function findBlock(root: ProseNode, name: string): ProseNode | null {
  if (root.attrs?.id === name || root.attrs?.nodeId === name) return root;
  for (const child of root.content ?? []) {
    const found = findBlock(child, name);
    if (found) return found;
  }
  return null;
}

function withBlock(root: ProseNode, name: string, block: ProseNode): ProseNode {
  if (root.attrs?.id === name) return { ...root, content: block.content };
  return root.content ? { ...root, content: root.content.map((child) => withBlock(child, name, block)) } : root;
}
