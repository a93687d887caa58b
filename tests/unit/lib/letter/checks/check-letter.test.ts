import { describe, expect, it } from 'vitest';
import { checkLetter } from '@/lib/letter/checks/check-letter';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';
import type { LetterContent } from '@/lib/letter/letter-content';
import { doc, fig, letter, note, number, p, question, RUN, resolved, section, uuid } from '@/tests/support/letters';

const SAVING = uuid(901);
const asked = question('1', 'Why?');
const figure = resolved(SAVING, 'Saving', number('1'));
const entry: FigureEntry = {
  figureId: SAVING,
  name: 'Saving',
  kind: 'number',
  analysis: 'A',
  withdrawn: null,
  publications: [{ runId: RUN, runNumber: 3, publishedAt: '2026-07-01T00:00:00.000Z', value: figure.value }],
  latestRunNumber: 3,
  sourceChanged: false,
};
const good = (): LetterContent =>
  letter([section('question', 'Question 1', doc(p('It saves ', note(p(fig(SAVING))), '.')), { question: asked })], [figure]);
const codes = (content: LetterContent, figures: readonly FigureEntry[] = [entry]) =>
  checkLetter({ content, questions: [asked], figures }).map(({ severity, code }) => `${severity} ${code}`);

describe('a letter ready to file', () => {
  it('has no findings', () => {
    expect(codes(good())).toEqual([]);
  });
});

describe('figures', () => {
  it.each([
    ['of an older run', { ...entry, latestRunNumber: 4 }, 'warning figure-newer-run'],
    ['whose source changed', { ...entry, sourceChanged: true }, 'error figure-source-changed'],
    ['withdrawn', { ...entry, withdrawn: 'wrong curve' }, 'error figure-withdrawn'],
  ])('%s are found inside footnotes', (_, state, code) => {
    expect(codes(good(), [state])).toEqual([code]);
  });
  it('without a value are found, with their section', () => {
    const finding = checkLetter({ content: { ...good(), figures: {} }, questions: [asked], figures: [entry] })[0];
    expect(finding).toMatchObject({ severity: 'error', code: 'figure-without-value', place: { sectionId: uuid(1), label: 'Question 1' } });
    expect(finding?.message).toBe('Saving in "Question 1" has no published value.');
  });
  it('that the firm no longer publishes count as withdrawn', () => {
    expect(codes(good(), [])).toEqual(['error figure-withdrawn']);
  });
});

describe('figures that leave something out', () => {
  it('are warned of, in the words of their note', () => {
    const noted = resolved(SAVING, 'Saving', { ...number('1'), note: 'Incomplete. SIMM: 2 positions have no amount.' });
    const content = { ...good(), figures: letter([], [noted]).figures };
    expect(checkLetter({ content, questions: [asked], figures: [entry] })).toEqual([
      {
        severity: 'warning',
        code: 'figure-noted',
        message: 'Saving in "Question 1": Incomplete. SIMM: 2 positions have no amount.',
        place: { sectionId: uuid(1), nodeId: null, label: 'Question 1' },
      },
    ]);
  });
});

describe('questions', () => {
  it('that no section takes up are found', () => {
    expect(codes(letter([section('summary', 'Summary', doc(p('x')))]))).toEqual(['error question-missing']);
  });
  it('that are open are found', () => {
    expect(codes(letter([section('question', 'Question 1', doc(p()), { question: asked, coverage: 'open' })]))).toEqual([
      'error question-open',
    ]);
  });
  it('that are answered with nothing are found', () => {
    expect(codes(letter([section('question', 'Question 1', doc(p(' ')), { question: asked })]))).toEqual(['error answer-empty']);
  });
  it('that do not apply need no text', () => {
    expect(codes(letter([section('question', 'Question 1', doc(p()), { question: asked, coverage: 'not-applicable' })]))).toEqual([]);
  });
});

describe('what stands around the text', () => {
  it('is found where it is missing, errors first', () => {
    const bare = letter(good().sections, [figure], {
      date: null,
      addressees: [],
      reLines: [' '],
      salutation: '',
      deliveryLine: '',
      signatories: [],
      letterhead: { firm: '', lines: [] },
    });
    expect(codes(bare)).toEqual([
      'error re-missing',
      'error addressee-missing',
      'error signatory-missing',
      'warning date-missing',
      'warning salutation-missing',
      'warning delivery-missing',
      'warning letterhead-missing',
    ]);
  });
  it.each(['Portfolio margining', 'Comments of 2020'])('misses the docket in "%s"', (line) => {
    expect(codes(letter(good().sections, [figure], { reLines: [line] }))).toEqual(['error docket-missing']);
  });
  it.each(['(File No. S7-15-20)', 'RIN 3038-AF07', '3235-AM64', 'Release No. 34-90246'])('finds the docket in "%s"', (line) => {
    expect(codes(letter(good().sections, [figure], { reLines: [line] }))).toEqual([]);
  });
});
