import { describe, expect, it } from 'vitest';
import { figureDifferences } from '@/lib/review/figure-differences';
import { type SignedContent, type SignedFigure, signedContentOf, signedHash } from '@/lib/review/signed-content';
import { voidReason } from '@/lib/review/void-reason';
import { doc, fig, millions, number, p, section, text, uuid } from '@/tests/support/letters';

const RUN_12 = uuid(12);
const RUN_15 = uuid(15);
const figure = (runId: string, runNumber: number, value: string, withdrawn = false): SignedFigure => ({
  ...{ figureId: uuid(1), runId, path: 'x', name: 'Saving', runNumber, value: number(value, millions), withdrawn },
});
const bound = (runId = RUN_12, more: Record<string, unknown> = {}) => fig(uuid(1), { runId, nodeId: 'n', ...more });
const content = (body: Parameters<typeof section>[2], figures: readonly SignedFigure[] = [], more = {}): SignedContent =>
  signedContentOf(
    section('question', 'Answer', body, more),
    Object.fromEntries(figures.map((each) => [`${each.figureId}@${each.runId}`, each])),
  );
const named = (id: string, ...words: Parameters<typeof p>) => ({ ...p(...words), attrs: { id } });
const italic = { type: 'italic' };
const bold = { type: 'bold' };

const plain = content(doc(p('It costs ', bound(), '.')), [figure(RUN_12, 12, '68700000')]);

describe('the hash of what is signed', () => {
  it.each([
    ['the names of its nodes', content(doc(named('a', 'One.'))), content(doc(named('b', 'One.')))],
    ['how a text is cut into nodes', content(doc(p('One', ' two'))), content(doc(p('One two')))],
    ['the order of marks', content(doc(p(text('One', bold, italic)))), content(doc(p(text('One', italic, bold))))],
    ['what a figure showed when it was put in', content(doc(p(bound(RUN_12, { valueAtInsertion: '1' })))), content(doc(p(bound(RUN_12))))],
    ['figures that are not in the text', content(doc(p('One'))), content(doc(p('One')), [figure(RUN_12, 12, '1')])],
  ])('does not depend on %s', (_what, a, b) => {
    expect(signedHash(a)).toBe(signedHash(b));
  });

  it.each([
    ['a word', content(doc(p('It costs ', bound(), ' more.')), [figure(RUN_12, 12, '68700000')])],
    ['a mark', content(doc(p('It ', text('costs ', bold), bound(), '.')), [figure(RUN_12, 12, '68700000')])],
    ['a paragraph’s end', content(doc(p('It costs '), p(bound(), '.')), [figure(RUN_12, 12, '68700000')])],
    ['a figure’s run', content(doc(p('It costs ', bound(RUN_15), '.')), [figure(RUN_15, 15, '68700000')])],
    ['a figure’s value', content(doc(p('It costs ', bound(), '.')), [figure(RUN_12, 12, '68700001')])],
    ['a figure’s format', content(doc(p('It costs ', bound(RUN_12, { format: millions }), '.')), [figure(RUN_12, 12, '68700000')])],
    ['a figure’s withdrawal', content(doc(p('It costs ', bound(), '.')), [figure(RUN_12, 12, '68700000', true)])],
    ['the title', { ...plain, title: 'Another' }],
    ['the coverage', { ...plain, coverage: 'declined' as const }],
    ['the question', { ...plain, question: { key: 'I/1', label: 'Question 1', text: 'Why?', parts: [] } }],
  ])('depends on %s', (_what, other) => {
    expect(signedHash(other)).not.toBe(signedHash(plain));
  });

  it('depends on what it cites, and on no other source of the library', () => {
    const source = (section_: string, id = uuid(7)) => ({ id, kind: 'cfr' as const, fields: { title: '17', section: section_ } });
    const citing = section('question', 'Answer', doc(p('As in ', { type: 'citation', attrs: { sourceId: uuid(7), nodeId: 'c' } })));
    const hash = (...sources: ReturnType<typeof source>[]) => signedHash(signedContentOf(citing, {}, sources));
    expect(hash(source('1.25'))).not.toBe(hash(source('1.26')));
    expect(hash(source('1.25'), source('39', uuid(8)))).toBe(hash(source('1.25')));
  });

  it('depends on no published value where a figure has none', () => {
    const unpublished = content(doc(p(bound())));
    expect(Object.values(unpublished.figures)).toMatchObject([{ value: null, runNumber: null }]);
  });
});

describe('differences of figures', () => {
  const of = (body: Parameters<typeof doc>[0], ...figures: SignedFigure[]) => content(doc(body), figures);
  const was = of(p(bound()), figure(RUN_12, 12, '68700000'));
  it.each([
    ['nothing', was, []],
    ['another run', of(p(bound(RUN_15)), figure(RUN_15, 15, '70100000')), ['changed $68.7 million, run 12 → $70.1 million, run 15']],
    ['a withdrawal', of(p(bound()), figure(RUN_12, 12, '68700000', true)), ['withdrawn $68.7 million, run 12 → $68.7 million, run 12']],
    ['one taken out', of(p('None.')), ['removed $68.7 million, run 12 → null']],
  ] as const)('name %s', (_what, now, expected) => {
    expect(figureDifferences(was, now).map(({ kind, before, after }) => `${kind} ${before} → ${after}`)).toEqual(expected);
  });

  it('name one put in', () => {
    expect(figureDifferences(of(p('None.')), was)).toMatchObject([{ name: 'Saving', kind: 'added', after: '$68.7 million, run 12' }]);
  });
});

describe('the reason for which a signature fell', () => {
  it('counts what changed without a word of the text, and names it beside', () => {
    const reason = voidReason(
      plain,
      { ...content(doc(p('It costs ', bound(RUN_15), ' now.')), [figure(RUN_15, 15, '70100000')]), title: 'New' },
      ['Lee Risk'],
    );
    expect(reason.summary).toMatch(/^the title changed, \d changes? in the text, 1 figure changed$/);
    expect(reason.lines[0]).toMatchObject({ where: 'the title', deleted: 'Answer', inserted: 'New' });
    expect(reason).toMatchObject({ by: ['Lee Risk'], figures: [{ before: '$68.7 million, run 12', after: '$70.1 million, run 15' }] });
  });

  it('says a withdrawal apart', () => {
    const now = content(doc(p('It costs ', bound(), '.')), [figure(RUN_12, 12, '68700000', true)]);
    expect(voidReason(plain, now, []).summary).toBe('1 figure withdrawn');
  });
});
