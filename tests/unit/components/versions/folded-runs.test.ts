import { describe, expect, it } from 'vitest';
import { foldedRuns } from '@/components/versions/folded-runs';
import type { MarkedNode } from '@/components/versions/marked-node';

const SIGN = { kind: 'inserted', change: 0, topics: [] } as const;
const block = (letter: string): MarkedNode => {
  if (letter === 'h') return { type: 'heading' };
  return letter === '+' ? { type: 'paragraph', content: [{ type: 'text', text: '+', signs: [SIGN] }] } : { type: 'paragraph' };
};

describe('long stretches without a change', () => {
  it.each([
    ['.....', '(5)'],
    ['..', '2'],
    ['.....+.....', '(4)3(4)'],
    ['+..+', '4'],
    ['+...+', '2' + '1' + '2'],
    ['+.....', '2(4)'],
    ['...h...', '(3)1(3)'],
  ])('of %s fold to %s', (blocks, expected) => {
    const runs = foldedRuns([...blocks].map(block));
    const drawn = runs.map(({ folded, nodes }) => (folded ? `(${nodes.length})` : String(nodes.length))).join('');
    expect(drawn).toBe(expected);
  });
});
