import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';
import type { Anchor } from './anchor';
import { blockText } from './block-text';

/** An anchor at words of a text block; offsets as in Stretch. Throws RangeError where the body has no such block or stretch. */
export function textAnchor(body: ProseNode, blockId: string, from: number, to: number): Anchor {
  for (const node of walkProse(body)) {
    if (node.attrs?.id !== blockId) continue;
    const text = blockText(node);
    if (from < 0 || to < from || to > text.length) throw new RangeError(`textAnchor: ${from} to ${to} of ${text.length}`);
    return { kind: 'text', blockId, from, to, quote: text.slice(from, to).replaceAll('\ufffc', ''), blockText: text };
  }
  throw new RangeError(`textAnchor: no block ${blockId}`);
}
