import { describe, expect, it } from 'vitest';
import { citedAgain, citeLetter } from '@/lib/letter/citations/cite-letter';
import type { Source } from '@/lib/letter/citations/source';
import type { LetterSection } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { counter } from '@/tests/support/any-body';
import { doc, p } from '@/tests/support/section-body';

const next = counter('');

const SOURCES: Readonly<Record<string, Source>> = Object.fromEntries(
  (
    [
      ['letter', 'letter', { from: 'SIFMA', to: 'the SEC', date: '2020-12-07' }],
      ['page', 'webpage', { title: 'Margin', url: 'https://x.org', shortName: 'Margin Page' }],
      ['rule', 'cfr', { title: '17', section: '240.15c3-1' }],
      ['fr', 'federal-register', { title: 'Request', volume: '91', page: '37873', date: '2026-06-24' }],
      ['case', 'case', { name: 'A v. B', reporter: '1 U.S. 2', year: '1984' }],
    ] as const
  ).map(([id, kind, fields]) => [id, { id, kind, fields }]),
);
const LETTER = 'Letter from SIFMA to the SEC (Dec. 7, 2020)';

/** "letter", "letter@4", "see letter@4 (emphasis added)" as a citation of a source. */
function cite(words: string): ProseNode {
  const [, signal, sourceId, pinpoint, parenthetical] = /^(?:(see|see also|cf\.) )?(\w+)(?:@(\S+))?(?: \((.*)\))?$/.exec(words) ?? [];
  return { type: 'citation', attrs: { sourceId, signal, pinpoint, parenthetical, nodeId: next() } };
}

/** A footnote of citations and the text between: note('letter', '; ', 'page'). */
function note(...parts: string[]): ProseNode {
  const content = parts.map((part): ProseNode => (/^[;.,\s]|^[A-Z]/.test(part) ? { type: 'text', text: part } : cite(part)));
  return { type: 'footnote', attrs: { id: `n${next()}` }, content: [{ type: 'paragraph', content }] };
}

const section = (id: string, kind: LetterSection['kind'], ...content: (ProseNode | string)[]): LetterSection => ({
  id,
  kind,
  title: id,
  question: null,
  coverage: 'open',
  body: doc(p(...content)),
});

const read = (sections: readonly LetterSection[]): string[] =>
  [...citeLetter({ sections, sources: SOURCES }).values()].map(({ runs }) =>
    runs.map(({ text, italic }) => (italic ? `_${text}_` : text)).join(''),
  );

const ROWS: readonly [name: string, content: (ProseNode | string)[], expected: string[]][] = [
  ['in full first, then id.', [note('letter'), note('letter')], [LETTER, '_Id._']],
  ['id. with another pinpoint', [note('letter@4'), note('letter@5')], ['Letter from SIFMA to the SEC, at 4 (Dec. 7, 2020)', '_Id._ at 5']],
  ['id. with the same pinpoint', [note('fr@37880'), note('fr@37880')], ['Request, 91 FR 37873, 37880 (June 24, 2026)', '_Id._']],
  ['no id. where the pinpoint is given up', [note('fr@37880'), note('fr')], ['Request, 91 FR 37873, 37880 (June 24, 2026)', '91 FR 37873']],
  ['id. in the same footnote', [note('letter', '. ', 'letter@2')], [LETTER, '_Id._ at 2']],
  [
    'a signal in capitals behind a note’s mark',
    ['It is so.', note('fr'), cite('see rule')],
    ['Request, 91 FR 37873 (June 24, 2026)', '_See_ 17 CFR 240.15c3-1'],
  ],
  ['a signal in capitals behind what nobody sees', ['\u200b', cite('see rule')], ['_See_ 17 CFR 240.15c3-1']],
  ['id. within a sentence', [note('letter', '; ', 'see letter@2')], [LETTER, '_see_ _id._ at 2']],
  [
    'no id. behind a footnote that cites two sources',
    [note('page', '; ', 'letter'), note('letter')],
    ['_Margin_, _available at_ https://x.org', LETTER, 'SIFMA Letter, _supra_ note 1'],
  ],
  [
    'no id. behind a footnote that cites nothing',
    [note('letter'), note('We agree.'), note('letter@3')],
    [LETTER, 'SIFMA Letter, _supra_ note 1, at 3'],
  ],
  [
    'no id. behind an action of the catalogue',
    [
      note('letter'),
      { type: 'footnote', attrs: { id: 'x' }, content: [p({ type: 'actionCitation', attrs: { actionKey: 'order' } })] },
      note('letter'),
    ],
    [LETTER, 'SIFMA Letter, _supra_ note 1'],
  ],
  [
    'supra by the short name',
    [note('page'), note('letter'), note('page')],
    ['_Margin_, _available at_ https://x.org', LETTER, 'Margin Page, _supra_ note 1'],
  ],
  [
    'rules by their short form instead of supra',
    [note('rule'), note('letter'), note('rule@(c)')],
    ['17 CFR 240.15c3-1', LETTER, '17 CFR 240.15c3-1(c)'],
  ],
  ['another paragraph of the same rule', [note('rule@(a)'), note('rule@(c)(2)')], ['17 CFR 240.15c3-1(a)', '_Id._ § 240.15c3-1(c)(2)']],
  [
    'the Federal Register by volume and page',
    [note('fr'), note('letter'), note('fr@37880')],
    ['Request, 91 FR 37873 (June 24, 2026)', LETTER, '91 FR at 37880'],
  ],
  ['a case by its name', [note('case'), note('letter'), note('case@7')], ['_A v. B_, 1 U.S. 2 (1984)', LETTER, '_A v. B_, 1 U.S. at 7']],
  ['the short form in the text', [note('letter'), 'Under ', cite('letter@3'), ', we'], [LETTER, 'SIFMA Letter, at 3']],
  [
    'what was cited in full in the text has no note',
    [cite('letter'), ' says', note('page'), note('letter')],
    [LETTER, '_Margin_, _available at_ https://x.org', 'SIFMA Letter'],
  ],
  [
    'a text between two notes takes no id. away',
    [note('letter'), 'Under ', cite('page'), note('letter')],
    [LETTER, '_Margin_, _available at_ https://x.org', '_Id._'],
  ],
  [
    'signals and parentheticals',
    [note('see letter (emphasis added)'), note('page'), note('We agree', '; ', 'cf. letter@2')],
    [
      '_See_ Letter from SIFMA to the SEC (Dec. 7, 2020) (emphasis added)',
      '_Margin_, _available at_ https://x.org',
      '_cf._ SIFMA Letter, _supra_ note 1, at 2',
    ],
  ],
  ['one full stop behind id.', [note('letter', '.'), note('letter', '.')], [LETTER, '_Id_']],
  ['a source that the letter does not hold', [note('gone'), note('letter')], ['[citation not available]', LETTER]],
];

describe('citeLetter', () => {
  it.each(ROWS)('%s', (_name, content, expected) => {
    expect(read([section('a', 'discussion', ...content)])).toEqual(expected);
  });

  it('goes by the order in which the letter is read: annexes last', () => {
    expect(read([section('x', 'annex', note('letter')), section('a', 'discussion', note('letter'))])).toEqual([LETTER, '_Id._']);
    const [annex, body] = [section('x', 'annex', note('letter')), section('a', 'discussion', note('letter'))];
    const cited = citeLetter({ sections: [annex, body], sources: SOURCES });
    const formIn = ({ body: own }: LetterSection) => {
      const node = own.content?.[0]?.content?.[0]?.content?.[0]?.content?.[0];
      return cited.get(String(node?.attrs?.nodeId))?.form;
    };
    expect([formIn(annex), formIn(body)]).toEqual(['id', 'long']);
  });

  it('names the note of the full citation, which moves with it', () => {
    const [one, two, three] = [
      section('a', 'discussion', note('letter')),
      section('b', 'discussion', note('page')),
      section('c', 'discussion', note('letter')),
    ];
    const numbers = (sections: LetterSection[]) =>
      [...citeLetter({ sections, sources: SOURCES }).values()].flatMap(({ runs }) =>
        runs.filter(({ noteId }) => noteId).map(({ text }) => text),
      );
    expect(numbers([one, two, three])).toEqual(['1']);
    expect(numbers([two, one, section('d', 'discussion', note('page')), three])).toEqual(['1', '2']);
  });

  it('words a citation that was copied to another section by its place there', () => {
    const copied = cite('letter');
    const nodeId = String(copied.attrs?.nodeId);
    const sections = [section('a', 'discussion', 'See ', copied, '.'), section('b', 'discussion', 'See ', copied, '.')];
    const words = citeLetter({ sections, sources: SOURCES });
    expect(words.get(nodeId)?.form).toBe('long');
    expect(words.get(citedAgain('b', nodeId))?.form).toBe('short');
    expect(words.get(citedAgain('a', nodeId))).toBeUndefined();
  });

  it('words what is taken out as before, and the rest as after', () => {
    const gone = note('letter');
    const deleted = { ...gone, marks: [{ type: 'deleted', attrs: { author: 'x', at: '2026-01-01T00:00:00Z' } }] };
    expect(read([section('a', 'discussion', deleted, note('letter'))]).sort()).toEqual([LETTER, LETTER]);
  });
});
