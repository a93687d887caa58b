import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignByText } from '@/lib/letter/compare/align-by-text';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { anyEdits, anyNamedBody } from '@/tests/support/any-body';
import { changeLine } from '@/tests/support/change-line';
import { editBody } from '@/tests/support/edit-body';
import { doc, h, li, note, p, table, td, tr, ul } from '@/tests/support/named-body';

/** A text as a foreign file holds it. */
const nameless = ({ attrs, content, ...node }: ProseNode): ProseNode => {
  const { id: _id, nodeId: _nodeId, ...others } = attrs ?? {};
  return { ...node, ...(Object.keys(others).length > 0 ? { attrs: others } : {}), ...(content ? { content: content.map(nameless) } : {}) };
};

const letter = doc(
  h('a', 1, 'What we ask'),
  p('b', 'The rule should count both legs of a hedge', note('n', p('m', 'See the release')), '.'),
  ul('l', li('i', 'for swaps between dealers'), li('j', 'for end users')),
  table('t', tr('r', td('x', 'Today'), td('y', 'two calls')), tr('s', td('z', 'Proposed'), td('w', 'one call'))),
  p('c', 'We thank the agencies.'),
);
const edited = (change: (text: string) => string): ProseNode => JSON.parse(change(JSON.stringify(letter))) as ProseNode;

describe('alignByText', () => {
  it.each<[string, ProseNode, string[]]>([
    ['the same text', letter, []],
    ['words changed', edited((text) => text.replace('both legs', 'all legs')), ['text b 22-26 "both" > "all"']],
    ['words in a footnote', edited((text) => text.replace('See the release', 'See the final release')), ['text m 8-8 "" > "final "']],
    ['words in a cell', edited((text) => text.replace('two calls', 'two margin calls')), ['text y\' 4-4 "" > "margin "']],
    [
      'a heading made a paragraph',
      edited((text) => text.replace('"heading","attrs":{"id":"a","level":1}', '"paragraph","attrs":{"id":"a"}')),
      ['node a heading1 > paragraph'],
    ],
    ['a paragraph taken out', doc(...(letter.content ?? []).slice(0, 4)), ['delete null/t: c']],
    [
      'the last moved to the front',
      doc(...(letter.content ?? []).slice(4), ...(letter.content ?? []).slice(0, 4)),
      ['move c null/t > null/null'],
    ],
    [
      'a paragraph parted, whichever part is longer',
      doc(...(letter.content ?? []).slice(0, 4), p('', 'We '), p('', 'thank the agencies.')),
      ['split c 3 > new'],
    ],
    [
      'a note taken out of a short paragraph',
      edited((text) => text.replace(/\{"type":"footnote".*?\]\},(?=\{"type":"text","text":"\."\})/, '')),
      ['text b 42-61 "<n>" > ""'],
    ],
  ])('%s', (_name, foreign, expected) => {
    const lines = compareBodies(letter, alignByText(letter, nameless(foreign))).map(changeLine);
    expect(lines.map((line) => line.replace(/[0-9a-f-]{36}$/, 'new'))).toEqual(expected);
  });

  it('keeps names that a text still has and gives a doubled one to its first bearer', () => {
    const back = alignByText(doc(p('a', 'one'), p('b', 'two')), doc(p('b', 'entirely other'), p('a', 'one'), p('a', 'one')));
    expect(back.content?.slice(0, 2).map(({ attrs }) => attrs?.id)).toEqual(['b', 'a']);
    expect(new Set(back.content?.map(({ attrs }) => attrs?.id)).size).toBe(3);
  });

  it('finds the same text the same, and leads from any text to what came back', () => {
    fc.assert(
      fc.property(anyNamedBody, anyEdits(), (start, edits) => {
        const before = canonicalBody(start);
        const back = alignByText(before, nameless(editBody(before, edits, 'e')));
        const changes = compareBodies(before, back);
        expect(applyChanges(before, changes)).toEqual({ body: back, applied: changes, conflicts: [] });
        expect(compareBodies(before, alignByText(before, nameless(before)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
