import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkedNode, RedlineSign } from '@/components/versions/marked-node';
import { redlineTree } from '@/components/versions/redline-tree';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';

const versions = fc
  .tuple(anyNamedBody, anyEdits())
  .map(([body, edits]) => ({ before: canonicalBody(body), after: canonicalBody(editBody(body, edits, 'e')) }));

const isSigned = (node: MarkedNode, ...kinds: RedlineSign['kind'][]) =>
  (node.signs ?? []).some(({ kind }) => kinds.some((each) => each === kind));

/** The words of a marked text without what is marked in one of these ways, and without the signs for where paragraphs were parted or joined. */
function words(node: MarkedNode, ...without: RedlineSign['kind'][]): string {
  if (isSigned(node, ...without) || (node.text === '¶' && node.signs)) return '';
  if (node.type === 'text') return node.text ?? '';
  return (node.content ?? []).map((child) => words(child, ...without)).join('');
}
const plain = (node: ProseNode): string => (node.type === 'text' ? (node.text ?? '') : (node.content ?? []).map(plain).join(''));
const sorted = (text: string) => [...text].sort().join('');

describe('a redline of any two texts', () => {
  it('without what was taken out or away is the text as it is, in its order', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        expect(words(redlineTree(before, after, compareBodies(before, after)), 'deleted', 'moved-away')).toBe(plain(after));
      }),
      { numRuns: 300 },
    );
  });

  it('without what was put in or came here has every word of the text as it was', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        const marked = redlineTree(before, after, compareBodies(before, after));
        expect(sorted(words(marked, 'inserted', 'moved-here'))).toBe(sorted(plain(before)));
      }),
      { numRuns: 300 },
    );
  });
});
