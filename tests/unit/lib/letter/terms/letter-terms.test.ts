import { describe, expect, it } from 'vitest';
import type { LetterSection } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { letterTerms } from '@/lib/letter/terms/letter-terms';
import { doc, footnote, h, p, text } from '@/tests/support/section-body';

const def = (words: string): ProseNode => text(words, { type: 'definedTerm' });
const section = (kind: LetterSection['kind'], ...content: ProseNode[]): LetterSection => ({
  id: kind,
  kind,
  title: '',
  question: null,
  coverage: 'open',
  body: doc(...content),
});

/** "Term: definitions/uses problems" */
const lines = (...sections: LetterSection[]) =>
  letterTerms({ sections }).terms.map(
    ({ term, definitions, uses, problems }) => `${term}: ${[`${definitions.length}/${uses.length}`, ...problems].join(' ')}`,
  );

describe('the defined terms of a letter', () => {
  it.each<[string, ProseNode[], string[]]>([
    ['defined and used', [p('The request (the “', def('Joint Request'), '”). The Joint Request asks.')], ['Joint Request: 1/1']],
    [
      'plural and possessive are uses',
      [p('A “', def('Proposal'), '”; Proposals, the Proposal’s end, and Proposalling.')],
      ['Proposal: 1/2'],
    ],
    ['used before', [p('The Proposal.'), p('The “', def('Proposal'), '”.')], ['Proposal: 1/1 used-before-defined']],
    ['used before in the same paragraph', [p('The Proposal (the “', def('Proposal'), '”).')], ['Proposal: 1/1 used-before-defined']],
    ['defined twice', [p('“', def('Rule'), '”'), p('“', def('Rule'), '” Rule')], ['Rule: 2/1 defined-twice']],
    ['never used', [p('“', def('Rule'), '”')], ['Rule: 1/0 never-used']],
    [
      'the longer term wins',
      [p(def('Request'), ' ', def('Joint Request'), ' Joint Request, Request')],
      ['Joint Request: 1/1', 'Request: 1/1'],
    ],
    ['quotation marks marked with it are no part', [p(def('“Rule”'), ' Rule')], ['Rule: 1/1']],
    [
      'parts of one term in other looks',
      [p(def('Joint '), text('Request', { type: 'definedTerm' }, { type: 'bold' }), ' Joint Request')],
      ['Joint Request: 1/1'],
    ],
    ['in footnotes', [p('Text', footnote(p('The “', def('Rule'), '”.'))), p('Rule')], ['Rule: 1/1']],
    ['signs of patterns are signs', [p(def('A.B (c)'), ' A.B (c) and AxB (c)')], ['A.B (c): 1/1']],
  ])('%s', (_name, content, expected) => {
    expect(lines(section('discussion', ...content))).toEqual(expected);
  });

  it('go by reading order: an annex comes last', () => {
    expect(lines(section('annex', p('Rule')), section('discussion', p(def('Rule'))))).toEqual(['Rule: 1/1']);
  });

  it('hints at capitalised phrases that are used twice and defined nowhere', () => {
    const { phrases } = letterTerms({
      sections: [
        section(
          'discussion',
          h(1, 'Net Capital'),
          p('Under Net Capital we hold. Net Capital is this.'),
          p('As Net Capital says. Once Only Here.'),
        ),
      ],
    });
    expect(phrases.map(({ phrase, places }) => [phrase, places.length])).toEqual([['Net Capital', 2]]);
  });
});
