import { describe, expect, it } from 'vitest';
import { nodeChangeWords } from '@/components/versions/node-change-words';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { describeChange } from '@/lib/letter/compare/describe-change';
import { invertChange } from '@/lib/letter/compare/invert-change';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { text } from '@/tests/support/section-body';
import { replaced } from '@/tests/support/suggesting';
import { suggestedText } from '@/tests/support/suggestion-kinds';

const base = suggestedText();
const held = (id: string, protection: string | null) => replaced(base, id, (node) => ({ ...node, attrs: { ...node.attrs, protection } }));
const marked = (protection: string) =>
  replaced(base, 'third', (node) => ({
    ...node,
    content: [text('We ask for '), text('one account', { type: 'protectedText', attrs: { protection } }), text('.')],
  }));

describe('what is held back, as a change', () => {
  it.each<[string, ProseNode, ProseNode, string]>([
    ['words', base, marked('confidential'), 'marked confidential in a paragraph'],
    ['words that become privileged', marked('confidential'), marked('privileged'), 'marked privileged in a paragraph'],
    ['words that are free again', marked('privileged'), base, 'no longer marked privileged in a paragraph'],
    ['a paragraph', base, held('first', 'privileged'), 'marked privileged a paragraph'],
    ['a paragraph that is free again', held('first', 'confidential'), base, 'no longer marked confidential a paragraph'],
    ['an item', base, held('two', 'confidential'), 'marked confidential a list item'],
    ['a row', base, held('r2', 'confidential'), 'marked confidential a row'],
    ['a table', base, held('table', 'confidential'), 'marked confidential a table'],
    ['a footnote', base, held('note', 'privileged'), 'marked privileged a footnote'],
    ['a figure', base, held('figure-1', 'confidential'), 'marked confidential a figure'],
  ])('%s: is one, in words, is made and undone', (_what, before, after, words) => {
    const changes = compareBodies(before, after);
    expect(changes).toHaveLength(1);
    const [change] = changes as [(typeof changes)[number]];
    const { verb, where } = describeChange(change);
    expect(`${verb} ${where}`).toBe(words);
    const made = applyChanges(before, changes);
    expect(made.conflicts).toEqual([]);
    expect(compareBodies(made.body, after)).toEqual([]);
    expect(compareBodies(applyChanges(after, [invertChange(change)]).body, before)).toEqual([]);
  });

  it('is said beside a block in a comparison', () => {
    const [change] = compareBodies(base, held('first', 'privileged'));
    expect(change?.kind === 'node' && nodeChangeWords(change)).toBe('Paragraph now privileged');
  });
});
