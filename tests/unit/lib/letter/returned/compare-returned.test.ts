import { describe, expect, it } from 'vitest';
import type { Source } from '@/lib/letter/citations/source';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { describeChange } from '@/lib/letter/compare/describe-change';
import type { LetterContent } from '@/lib/letter/letter-content';
import { compareReturned } from '@/lib/letter/returned/compare-returned';
import type { ReturnReport } from '@/lib/letter/returned/return-report';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { letter, number, resolved, section } from '@/tests/support/letters';
import { doc, fig, h, li, note, p, table, td, tr, ul } from '@/tests/support/named-body';
import { deleted, inserted, insertedThenDeleted, object, returnedOf, withoutNames } from '@/tests/support/returned';

const A = '00000000-0000-4000-8000-00000000000a';
const B = '00000000-0000-4000-8000-00000000000b';
const figure = { ...resolved('f', 'Saving', number('68700000')), runId: 'r1' };

const content = (body: ProseNode, other: ProseNode = doc(p('q', 'We answer the other question.'))): LetterContent => ({
  ...letter([section('question', 'Offsets', body, { id: A }), section('question', 'Accounts', other, { id: B })]),
  figures: { 'f@r1': figure },
});

/** Each change as "author: verb deleted → inserted". */
const lines = ({ changes }: ReturnReport) =>
  changes.map(({ name, change }) => {
    const { verb, deleted: gone, inserted: come } = describeChange(change);
    return `${name ?? '-'}: ${verb} ${[gone, come].filter((part) => part !== '').join(' → ')}`.trim();
  });
const said = ({ conflicts }: ReturnReport) => conflicts.map(({ kind, sent, file, now }) => `${kind}: ${sent} | ${file} | ${now}`);
const body = (...blocks: ProseNode[]) => ({ body: doc(...blocks.map(withoutNames)) });
const sentBody = doc(p('a', 'Margin should reflect risk and nothing else.'), p('b', 'We support the proposal.'));
const sent = content(sentBody);

describe('a file that nobody edited', () => {
  it.each<[string, ProseNode]>([
    ['words', sentBody],
    ['empty paragraphs, which no file holds', doc(p('a', 'One.'), p('e'), p('b', 'Two.'))],
    ['characters that nobody sees', doc(p('a', 'Mar\u200bgin.'))],
    [
      'lists, tables and footnotes',
      doc(
        h('h', 1, 'Why'),
        ul('u', li('i', 'One'), li('j', 'Two')),
        table('t', tr('r', td('c', '1'), td('d', '2'))),
        p('n', 'Said', note('f', p('f1', 'There.'))),
      ),
    ],
    ['a figure', doc(p('a', 'It saves ', fig('n1'), ' a year.'))],
  ])('comes back as nothing: %s', (_, own) => {
    const version = content(own);
    const report = compareReturned(version, returnedOf(version), version);
    expect([lines(report), said(report), report.known]).toEqual([[], [], []]);
  });
});

describe('changes of words', () => {
  it.each<[string, ProseNode[], string[]]>([
    [
      'what Word did not track has no author',
      [p('', 'Margin should reflect the risk and nothing else.'), p('', 'We support the proposal.')],
      ['-: inserted the'],
    ],
    [
      'a tracked insertion has its author',
      [p('', 'Margin should reflect ', inserted('actual '), 'risk and nothing else.'), p('', 'We support the proposal.')],
      ['Jane Counsel: inserted actual'],
    ],
    [
      'a tracked deletion',
      [p('', 'Margin should reflect risk', deleted(' and nothing else'), '.'), p('', 'We support the proposal.')],
      ['Jane Counsel: deleted  and nothing else'],
    ],
    [
      'a replacement is one change',
      [p('', 'Margin should reflect risk and nothing else.'), p('', 'We ', deleted('support'), inserted('oppose'), ' the proposal.')],
      ['Jane Counsel: replaced support → oppose'],
    ],
    [
      'two authors and an untracked edit are told apart',
      [
        p('', 'All margin should reflect ', inserted('actual '), 'risk and nothing else.'),
        p('', 'We ', inserted('fully ', 'Max Weber'), 'support the proposal.'),
      ],
      ['-: replaced Margin → All margin', 'Jane Counsel: inserted actual', 'Max Weber: inserted fully'],
    ],
    [
      'a paragraph put in without tracking',
      [p('', 'Margin should reflect risk and nothing else.'), p('', 'New.'), p('', 'We support the proposal.')],
      ['-: inserted New.'],
    ],
    [
      'what somebody put in and somebody else took out again is told of both',
      [
        p('', 'Margin should reflect risk and nothing else.'),
        p('', 'We ', insertedThenDeleted('really ', 'Jane Counsel', 'Max Weber'), 'support the proposal.'),
      ],
      ['Jane Counsel: inserted really', 'Jane Counsel, Max Weber: deleted really'],
    ],
  ])('%s', (_, blocks, expected) => {
    const report = compareReturned(sent, returnedOf(sent, { [A]: body(...blocks) }), sent);
    expect(lines(report).map((line) => line.replace(/\s+/g, ' '))).toEqual(expected.map((line) => line.replace(/\s+/g, ' ')));
    expect(said(report)).toEqual([]);
  });

  it('make the file’s text of the letter’s, all of them accepted one after the other', () => {
    const blocks = [
      p('', 'All margin should reflect ', inserted('actual '), 'risk', deleted(' and nothing else', 'Max Weber'), '.'),
      p('', inserted('A new paragraph.')),
      p('', 'We ', inserted('fully ', 'Max Weber'), 'support it.'),
    ];
    const report = compareReturned(sent, returnedOf(sent, { [A]: body(...blocks) }), sent);
    let text = sentBody;
    for (const { change } of report.changes) {
      const applied = applyChanges(text, [change]);
      expect(applied.conflicts).toEqual([]);
      text = applied.body;
    }
    expect(plainTextOf(text)).toBe('All margin should reflect actual risk.\nA new paragraph.\nWe fully support it.');
  });

  it('leaves what no file holds where it was', () => {
    const version = content(doc(p('a', 'One.'), p('e'), p('b', 'Mar\u200bgin two.')));
    const report = compareReturned(version, returnedOf(version, { [A]: body(p('', 'One.'), p('', 'Margin two or three.')) }), version);
    const text = applyChanges(
      version.sections[0]?.body as ProseNode,
      report.changes.map(({ change }) => change),
    ).body;
    expect(lines(report)).toEqual(['-: inserted or three'].map((line) => line.replace('inserted ', 'inserted  ')));
    expect(plainTextOf(text)).toBe('One.\n\nMar\u200bgin two or three.');
  });

  it('take the time that Word says of the words', () => {
    const blocks = [
      p('', 'Margin should reflect ', inserted('actual ', 'Jane Counsel', '2026-09-02T08:00:00Z'), 'risk and nothing else.'),
      p('', 'We ', inserted('fully '), 'support the proposal.'),
    ];
    const { changes } = compareReturned(sent, returnedOf(sent, { [A]: body(...blocks) }), sent);
    expect(changes.map(({ at }) => at)).toEqual(['2026-09-02T08:00:00Z', '2026-09-01T10:00:00Z']);
  });
});

describe('against a letter that moved on', () => {
  const file = returnedOf(sent, {
    [A]: body(p('', 'Margin should reflect ', inserted('actual '), 'risk and nothing else.'), p('', 'We support the proposal.')),
  });
  it.each<[string, ProseNode, string[], string[], string[]]>([
    [
      'other words changed: it is suggested',
      doc(p('a', 'Margin should reflect risk and nothing else.'), p('b', 'We oppose the proposal.')),
      ['Jane Counsel: inserted actual'],
      [],
      [],
    ],
    [
      'the same was done here: it is known',
      doc(p('a', 'Margin should reflect actual risk and nothing else.'), p('b', 'We support the proposal.')),
      [],
      [],
      ['in-the-letter'],
    ],
    ['the paragraph is gone: both sides changed it', doc(p('b', 'We support the proposal.')), [], ['both-changed:  | actual  | '], []],
  ])('%s', (_, own, suggested, conflicts, known) => {
    const report = compareReturned(sent, file, content(own));
    expect(lines(report)).toEqual(suggested);
    expect(said(report).map((line) => line.replace(/actual\s*\|/, 'actual  |'))).toEqual(conflicts);
    expect(report.known.map(({ why }) => why)).toEqual(known);
  });

  it('offers the file’s paragraph in place of ours where the same words differ', () => {
    const edited = returnedOf(sent, {
      [A]: body(
        p('', 'Margin should reflect risk and nothing else.'),
        p('', 'We ', deleted('support'), inserted('oppose'), ' the proposal.'),
      ),
    });
    const report = compareReturned(
      sent,
      edited,
      content(doc(p('a', 'Margin should reflect risk and nothing else.'), p('b', 'We welcome the proposal.'))),
    );
    const [conflict] = report.conflicts;
    expect(said(report)).toEqual(['both-changed: support | oppose | We welcome the proposal.']);
    expect(conflict?.settlements).toEqual(['suggest', 'keep', 'comment']);
    const now = doc(p('a', 'Margin should reflect risk and nothing else.'), p('b', 'We welcome the proposal.'));
    expect(conflict?.proposal && plainTextOf(applyChanges(now, [conflict.proposal]).body)).toBe(
      'Margin should reflect risk and nothing else.\nWe oppose the proposal.',
    );
  });

  it('says once what was suggested before', () => {
    const first = compareReturned(sent, file, sent);
    const second = compareReturned(sent, file, sent, {
      suggestions: first.changes.map(({ sectionId, change }) => ({ sectionId, change })),
    });
    expect(lines(second)).toEqual([]);
    expect(second.known.map(({ why }) => why)).toEqual(['suggested-before']);
  });
});

describe('figures', () => {
  const version = content(doc(p('a', 'It saves ', fig('n1'), ' a year.')));
  const conflictsOf = (report: ReturnReport) =>
    report.conflicts.map(({ kind, sent: was, file, settlements }) => [kind, was, file, settlements.join(' ')]);

  it('whose words were altered are a conflict and never a suggestion', () => {
    const objects = { n1: object('$70.0 million', { written: '$68.7 million', altered: true }) };
    const report = compareReturned(version, returnedOf(version, { [A]: { objects } }), version);
    expect(lines(report)).toEqual([]);
    expect(conflictsOf(report)).toEqual([['figure', '$68.7 million', '$70.0 million', 'keep comment']]);
    expect(report.conflicts[0]).toMatchObject({ nodeId: 'n1', subject: 'Saving', now: '$68.7 million', proposal: null });
  });

  it('that lost what bound them stay what they are where their words stand', () => {
    const report = compareReturned(version, returnedOf(version, { [A]: body(p('', 'It surely saves $68.7 million a year.')) }), version);
    expect(lines(report)).toEqual(['-: inserted surely']);
    expect(said(report)).toEqual([]);
  });

  it.each([
    ['typed over', [p('', 'It saves $70 million a year.')], [['figure', '$68.7 million', '$70 million', 'keep comment']]],
    [
      'typed over with the tracking on',
      [p('', 'It saves ', deleted('$68.7 million'), inserted('$70 million'), ' a year.')],
      [['figure', '$68.7 million', '$70 million', 'keep comment']],
    ],
  ] as const)('%s are a conflict', (_, blocks, expected) => {
    const report = compareReturned(version, returnedOf(version, { [A]: body(...blocks) }), version);
    expect(conflictsOf(report)).toEqual(expected);
    expect(lines(report)).toEqual([]);
  });

  it('taken out with their sentence may be suggested so, by a person', () => {
    const two = content(doc(p('a', 'Costs fall. It saves ', fig('n1'), ' a year.')));
    const report = compareReturned(two, returnedOf(two, { [A]: body(p('', 'Costs fall.')) }), two);
    expect(conflictsOf(report).map(([kind, , , how]) => [kind, how])).toEqual([['figure', 'suggest keep comment']]);
  });
});

describe('citations and cross-references', () => {
  const rule: Source = { id: 's', kind: 'cfr', fields: { title: '17', section: '1.25' } };
  const cited = (nodeId: string): ProseNode => ({
    type: 'citation',
    attrs: { sourceId: 's', signal: null, pinpoint: null, parenthetical: null, nodeId },
  });
  const leading: ProseNode = { type: 'crossReference', attrs: { target: 'section', targetId: B, form: 'number', nodeId: 'x1' } };
  const version = {
    ...content(
      doc(
        p('a', 'It is said.', note('n', p('m', cited('c1'), '.'))),
        p('b', 'So it is', note('o', p('q2', cited('c2'), '.')), ' in ', leading, '.'),
      ),
    ),
    sources: { s: rule },
  };
  const parts = (report: ReturnReport) => report.conflicts.map(({ kind, sent: was, file, now }) => [kind, was, file, now]);

  it('that were typed over are shown with their words on all sides', () => {
    const file = body(
      p('', 'It is said.', note('', p('', '17 CFR 1.26.'))),
      p('', 'So it is', note('', p('', cited('c2'), '.')), ' in Section IV.'),
    );
    const now = { ...version, sections: version.sections.toReversed() };
    expect(parts(compareReturned(version, returnedOf(version, { [A]: file }), now))).toEqual([
      ['citation', '17 CFR 1.25', '17 CFR 1.26', '17 CFR 1.25'],
      ['cross-reference', 'Section II', 'Section IV', 'Section I'],
    ]);
  });

  it('that lost what bound them stay what they are where their words stand', () => {
    const file = body(
      p('', 'It is surely said.', note('', p('', '17 CFR 1.25.'))),
      p('', 'So it is', note('', p('', 'Id.')), ' in Section II.'),
    );
    const report = compareReturned(version, returnedOf(version, { [A]: file }), version);
    expect([lines(report).map((line) => line.replace(/\s+/g, ' ')), said(report)]).toEqual([['-: inserted surely'], []]);
  });

  it('taken out with their sentence are shown with their words', () => {
    const file = body(p('', 'It is said.', note('', p('', cited('c1'), '.'))));
    const [change] = compareReturned(version, returnedOf(version, { [A]: file }), version).changes;
    expect(change?.change.kind).toBe('delete');
  });
});

describe('sections and furniture', () => {
  const [first, second] = returnedOf(sent).sections;
  if (!first || !second) throw new Error('two sections');
  it.each<[string, readonly (typeof first)[], string[]]>([
    ['renamed', [{ ...first, title: 'Netting' }, second], ['section-renamed']],
    ['swapped', [second, first], ['section-moved']],
    ['deleted', [first], ['section-deleted']],
    ['added', [first, { ...first, id: null, title: 'Costs', body: doc(p('', 'It is costly.')) }, second], ['section-added']],
    [
      'without bookmarks',
      [
        { ...first, id: null },
        { ...second, id: null },
      ],
      [],
    ],
    [
      'without bookmarks and with another heading',
      [
        { ...first, id: null, title: 'Netting' },
        { ...second, id: null },
      ],
      ['section-renamed'],
    ],
  ])('%s', (_, sections, kinds) => {
    const report = compareReturned(sent, returnedOf(sent, {}, { sections }), sent);
    expect(report.conflicts.map(({ kind }) => kind)).toEqual(kinds);
    expect(lines(report)).toEqual([]);
  });

  it('proposes an added section at the end of the one before it', () => {
    const sections = [first, { ...first, id: null, title: 'Costs', body: doc(p('', 'It is costly.')) }, second];
    const { conflicts } = compareReturned(sent, returnedOf(sent, {}, { sections }), sent);
    const text = applyChanges(
      sentBody,
      conflicts.flatMap(({ proposal }) => proposal ?? []),
    ).body;
    expect(plainTextOf(text)).toBe('Margin should reflect risk and nothing else.\nWe support the proposal.\nCosts\nIt is costly.');
  });

  it('tells lines outside of the sections that differ', () => {
    const furniture = ['Harbour & Lyle', 'Re: File S7-15-20', 'Respectfully submitted,'];
    const report = compareReturned(
      sent,
      returnedOf(sent, {}, { furniture: ['Harbour & Lyle', 'Re: File S7-99-99', 'Respectfully  submitted,'] }),
      sent,
      { furniture },
    );
    expect(said(report)).toEqual(['furniture: Re: File S7-15-20 | Re: File S7-99-99 | ']);
  });

  it('says that a section is not in the letter any more', () => {
    const file = returnedOf(sent, { [A]: body(p('', 'Margin.'), p('', 'We support the proposal.')) });
    const now = { ...sent, sections: sent.sections.slice(1) };
    expect(compareReturned(sent, file, now).conflicts.map(({ kind, settlements }) => [kind, settlements])).toEqual([
      ['section-gone', ['keep']],
    ]);
  });
});

describe('comments', () => {
  const say = (author: string, text: string) => ({ author, at: null, text });
  const thread = (
    comments: ReturnType<typeof say>[],
    place: { section: number; blockId: string | null; from: number; to: number } | null = null,
  ) => ({ place, quote: '', resolved: false, comments });
  const known = [{ id: 't1', privileged: false, comments: [say('Lee Legal', 'Is this so?'), say('Ann Risk', 'It is.')] }];
  it.each([
    ['new ones begin threads', [thread([say('Jane Counsel', 'Cite the rule.')])], [1, 0, 0]],
    ['those that were sent come back as nothing', [thread([say('Lee Legal', 'Is this  so?')])], [0, 0, 1]],
    ['answers are added to their thread', [thread([say('Lee Legal', 'Is this so?'), say('Jane Counsel', 'Yes.')])], [0, 1, 0]],
    [
      'an answer that a program parted from its thread is still one of it',
      [
        thread([say('Lee Legal', 'Is this so?')]),
        thread([say('Ann Risk', 'It is.')]),
        thread([say('Ann Risk', 'It is.'), say('Max Weber', 'Good.')]),
      ],
      [0, 1, 1],
    ],
    ['a thread whose author’s name was taken off is still that thread', [thread([say('Author', 'Is this so?')])], [0, 1, 0]],
  ] as const)('%s', (_, threads, expected) => {
    const report = compareReturned(sent, returnedOf(sent, {}, { threads: [...threads] }), sent, { threads: known });
    expect([report.threads.length, report.replies.length, report.threadsUnchanged]).toEqual(expected);
  });

  it.each([
    ['beside a privileged thread that came back, as it was', 'Between us this is weak, and they know.', true],
    ['beside one of which the words were changed', 'Between us this is very weak, and they know it.', true],
    ['in a file without any', 'Cite the rule.', false],
  ])('are for legal alone %s', (_, words, privileged) => {
    const own = [{ id: 't1', privileged: true, comments: [{ author: 'Lee Legal', text: 'Between us this is weak, and they know.' }] }];
    const threads = [thread([say('Jane Counsel', 'New.')]), thread([say('Lee Legal', words)])];
    const report = compareReturned(sent, returnedOf(sent, {}, { threads }), sent, { threads: own });
    expect(report.threads.map((each) => each.privileged)).toEqual(privileged ? [true] : [false, false]);
  });
});
