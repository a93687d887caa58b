import { describe, expect, it } from 'vitest';
import type { LetterSection } from '@/lib/letter/letter-content';
import { referenceTargets } from '@/lib/letter/references/reference-targets';
import { referenceText, resolveReference } from '@/lib/letter/references/resolve-reference';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { doc, h, p } from '@/tests/support/section-body';

const named = (node: ProseNode, id: string): ProseNode => ({ ...node, attrs: { ...node.attrs, id } });
const exhibit = (type: 'figureTable' | 'figureChart', nodeId: string, caption: string): ProseNode => ({ type, attrs: { nodeId, caption } });
const note = (id: string, text: string): ProseNode => ({ type: 'footnote', attrs: { id }, content: [p(text)] });

function section(id: string, kind: LetterSection['kind'], ...content: ProseNode[]): LetterSection {
  return { id, kind, title: `Title of ${id}`, question: null, coverage: 'open', body: doc(...content) };
}

const OPENING = section('opening', 'introduction', named(h(1, 'Who we are'), 'who'));
const COST = section(
  'cost',
  'discussion',
  named(h(1, 'Today'), 'today'),
  named(h(2, 'Swaps'), 'swaps'),
  named(h(2, 'Options'), 'options'),
  p('Text.', note('first', 'One.'), note('empty', '')),
  exhibit('figureTable', 't1', 'Requirements'),
);
const ANSWER: LetterSection = {
  ...section(
    'answer',
    'question',
    p('Answer.', note('second', 'Two.')),
    exhibit('figureChart', 'c1', 'Bridge'),
    exhibit('figureTable', 't2', ''),
  ),
  question: { key: 'II.B/4', label: 'Question 4.', text: 'What?', parts: [] },
};
const ANNEX = section('annex', 'annex', named(h(1, 'Method'), 'method'), named(h(2, 'Steps'), 'steps'));
const LETTER = [ANNEX, OPENING, COST, ANSWER];

const words = (sections: readonly LetterSection[], target: string, targetId: string, form?: string) =>
  referenceText(resolveReference({ attrs: { target, targetId, form } }, referenceTargets({ sections })));

describe('a cross-reference', () => {
  it.each<[string, string, string | undefined, string]>([
    ['section', 'cost', undefined, 'Section I'],
    ['section', 'cost', 'title', 'Title of cost'],
    ['section', 'cost', 'page', 'page #'],
    ['section', 'annex', 'number', 'Annex A'],
    ['section', 'opening', 'number', 'Title of opening'],
    ['heading', 'today', 'number', 'Section I.A'],
    ['heading', 'options', 'number', 'Section I.A.2'],
    ['heading', 'options', 'title', 'Options'],
    ['heading', 'who', 'number', 'Who we are'],
    ['heading', 'steps', 'number', 'Section 1.1 of Annex A'],
    ['exhibit', 't1', 'number', 'Table 1'],
    ['exhibit', 't2', 'number', 'Table 2'],
    ['exhibit', 'c1', 'title', 'Bridge'],
    ['exhibit', 't2', 'title', 'Table 2'],
    ['question', 'II.B/4', 'number', 'Question 4'],
    ['question', 'II.B/4', 'title', 'Title of answer'],
    ['footnote', 'second', 'number', 'note 2'],
    ['footnote', 'second', 'title', 'note 2'],
    ['section', 'gone', 'number', '[reference not available]'],
    ['footnote', 'empty', 'number', '[reference not available]'],
    ['video', 'cost', 'number', '[reference not available]'],
  ])('to %s %s by %s reads %s', (target, targetId, form, expected) => {
    expect(words(LETTER, target, targetId, form)).toBe(expected);
  });

  it('follows what it leads to when a section moves or goes', () => {
    const moved = [OPENING, ANSWER, COST, ANNEX];
    expect(words(moved, 'heading', 'options')).toBe('Section II.A.2');
    expect(words(moved, 'exhibit', 't1')).toBe('Table 2');
    expect(words(moved, 'footnote', 'first')).toBe('note 2');
    expect(words([OPENING, COST], 'footnote', 'first')).toBe('note 1');
    expect(words([OPENING, COST], 'question', 'II.B/4')).toBe('[reference not available]');
  });
});
