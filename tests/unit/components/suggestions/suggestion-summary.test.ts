import { describe, expect, it } from 'vitest';
import type { ReferenceView } from '@/components/citations/reference-store';
import { suggestionSummary } from '@/components/suggestions/suggestion-summary';
import { citeLetter } from '@/lib/letter/citations/cite-letter';
import type { Source } from '@/lib/letter/citations/source';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { referenceTargets } from '@/lib/letter/references/reference-targets';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { doc, section, uuid } from '@/tests/support/letters';

const rule: Source = { id: uuid(1), kind: 'cfr', fields: { title: '17', section: '23.154' } };
const citation: ProseNode = {
  type: 'citation',
  attrs: { nodeId: uuid(2), sourceId: rule.id, pinpoint: '(a)', signal: null, parenthetical: null },
};
const reference: ProseNode = {
  type: 'crossReference',
  attrs: { nodeId: uuid(3), target: 'section', targetId: uuid(4), form: 'number' },
};
const named = (...content: readonly ProseNode[]): ProseNode => doc({ type: 'paragraph', attrs: { id: 'p1' }, content });
const words = (text: string): ProseNode => ({ type: 'text', text });

const before = named(words('See .'));
const sections = [section('discussion', 'Costs', before, { id: uuid(4) })];
const view: ReferenceView = {
  sections,
  sources: { [rule.id]: rule },
  cited: citeLetter({ sections, sources: { [rule.id]: rule } }),
  targets: referenceTargets({ sections }),
};
const inserted = (node: ProseNode): string => {
  const [change] = compareBodies(before, named(words('See '), node, words('.')));
  return suggestionSummary(change as Change, null, view).inserted;
};

describe('a suggestion in words', () => {
  it.each([
    ['a citation that only it has is told in full', citation, '17 CFR 23.154(a)'],
    ['a cross-reference is told by where it leads', reference, 'Section I'],
  ])('%s', (_, node, told) => {
    expect(inserted(node)).toBe(told);
  });

  it('names what it knows nothing of by what it is', () => {
    const [change] = compareBodies(before, named(words('See '), citation, words('.')));
    expect(suggestionSummary(change as Change, null, null).inserted).toBe('[citation]');
  });
});
