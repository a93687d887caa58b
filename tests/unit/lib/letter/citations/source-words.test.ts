import { describe, expect, it } from 'vitest';
import type { CitedRun } from '@/lib/letter/citations/cited-runs';
import type { Source } from '@/lib/letter/citations/source';
import { missingOfSource, sourceFields } from '@/lib/letter/citations/source-form';
import { longForm, shortForm } from '@/lib/letter/citations/source-words';

type Row = readonly [kind: Source['kind'], fields: Record<string, string>, pinpoint: string, long: string, short: string];

/** The words, with what is italic between underscores. */
const marked = (runs: readonly CitedRun[]): string => runs.map(({ text, italic }) => (italic ? `_${text}_` : text)).join('');

const request = { title: 'Joint Request for Comment', volume: '91', page: '37873', date: '2026-06-24', shortName: 'Joint Request' };
const order = { series: 'Exchange Act', number: '34-90246', date: '2020-10-22', volume: '85', page: '70536' };
const chevron = { name: 'Chevron U.S.A. Inc. v. NRDC', reporter: '467 U.S. 837', year: '1984', shortName: 'Chevron' };
const comment = { from: 'SIFMA', to: 'Vanessa A. Countryman, Secretary, SEC', date: '2020-12-07', shortName: 'SIFMA Letter' };

const ROWS: readonly Row[] = [
  ['cfr', { title: '17', section: '240.15c3-1' }, '(c)(2)(vi)', '17 CFR 240.15c3-1(c)(2)(vi)', '17 CFR 240.15c3-1(c)(2)(vi)'],
  ['cfr', { title: '17', section: 'part 39', shortName: 'Part 39' }, '', '17 CFR part 39', 'Part 39'],
  [
    'cfr',
    { title: '17', section: '240.15c3-1', name: 'Net Capital Requirements', year: '2026', shortName: 'Rule 15c3-1' },
    '(a)',
    'Net Capital Requirements, 17 CFR 240.15c3-1(a) (2026)',
    'Rule 15c3-1(a)',
  ],
  ['federal-register', request, '37880', 'Joint Request for Comment, 91 FR 37873, 37880 (June 24, 2026)', 'Joint Request, 91 FR at 37880'],
  ['federal-register', request, '', 'Joint Request for Comment, 91 FR 37873 (June 24, 2026)', 'Joint Request, 91 FR 37873'],
  [
    'release',
    order,
    '70540',
    'Exchange Act Release No. 34-90246 (Oct. 22, 2020), 85 FR 70536, 70540',
    'Exchange Act Release No. 34-90246, at 70540',
  ],
  [
    'release',
    { series: 'CFTC', number: '8040-18', date: '2019-09-05', title: 'Margin', shortName: 'Margin Release' },
    '12 n.4',
    'Margin, CFTC Release No. 8040-18, at 12 n.4 (Sept. 5, 2019)',
    'Margin Release, at 12 n.4',
  ],
  ['statute', { title: '15', section: '78c' }, '(a)(55)', '15 U.S.C. 78c(a)(55)', '15 U.S.C. 78c(a)(55)'],
  [
    'statute',
    { name: 'Commodity Exchange Act', title: '7', section: '6f', shortName: 'CEA' },
    '',
    'Commodity Exchange Act, 7 U.S.C. 6f',
    'CEA, 7 U.S.C. 6f',
  ],
  [
    'statute',
    { name: 'Dodd-Frank Act', publicLaw: '111-203', statutes: '124 Stat. 1376', year: '2010', shortName: 'Dodd-Frank Act' },
    '§ 713',
    'Dodd-Frank Act, Pub. L. 111-203, § 713, 124 Stat. 1376 (2010)',
    'Dodd-Frank Act, § 713',
  ],
  ['case', chevron, '842', '_Chevron U.S.A. Inc. v. NRDC_, 467 U.S. 837, 842 (1984)', '_Chevron_, 467 U.S. at 842'],
  [
    'case',
    { ...chevron, court: 'D.C. Cir.' },
    '',
    '_Chevron U.S.A. Inc. v. NRDC_, 467 U.S. 837 (D.C. Cir. 1984)',
    '_Chevron_, 467 U.S. 837',
  ],
  [
    'letter',
    { ...comment, file: 'File No. S7-15-20', url: 'https://www.sec.gov/a.pdf' },
    '4',
    'Letter from SIFMA to Vanessa A. Countryman, Secretary, SEC, File No. S7-15-20, at 4 (Dec. 7, 2020), _available at_ https://www.sec.gov/a.pdf',
    'SIFMA Letter, at 4',
  ],
  [
    'letter',
    { from: 'ICE Clear Credit LLC', series: 'SEC Staff No-Action Letter', date: '2013-06-07' },
    '',
    'ICE Clear Credit LLC, SEC Staff No-Action Letter (June 7, 2013)',
    'ICE Clear Credit LLC Letter',
  ],
  [
    'webpage',
    { author: 'CFTC', title: 'Margin', url: 'https://www.cftc.gov/m', visited: '2026-11-20' },
    '',
    'CFTC, _Margin_, _available at_ https://www.cftc.gov/m (last visited Nov. 20, 2026)',
    'CFTC',
  ],
  [
    'webpage',
    { title: 'Margin', date: '2026-05-01', url: 'https://x.org' },
    '',
    '_Margin_ (May 1, 2026), _available at_ https://x.org',
    '_Margin_',
  ],
];

describe('the words of a source', () => {
  it.each(ROWS)('%s %o %s', (kind, fields, pinpoint, long, short) => {
    expect(missingOfSource({ kind, fields })).toEqual([]);
    expect(marked(longForm({ kind, fields }, pinpoint))).toBe(long);
    expect(marked(shortForm({ kind, fields }, pinpoint))).toBe(short);
  });
});

describe('the fields of a source', () => {
  it('are kept trimmed, without empty ones', () => {
    expect(sourceFields('cfr').parse({ title: ' 17 ', section: '240.15c3-1\n', name: '' })).toEqual({ title: '17', section: '240.15c3-1' });
  });

  it.each<[Source['kind'], Record<string, string>, string]>([
    ['cfr', { title: '17' }, 'Section or part is missing.'],
    ['cfr', { title: 'xvii', section: '1.25' }, 'Title is a number.'],
    ['federal-register', { ...request, date: '24 June' }, 'Date of publication is a date.'],
    ['release', { ...order, page: '' }, 'Volume and page of the Federal Register go together.'],
    ['statute', { name: 'CEA', title: '7' }, 'A statute needs title and section of the U.S. Code, or the number of a public law.'],
    ['letter', { from: 'SIFMA', date: '2020-12-07' }, 'Say to whom the letter is, or which kind of letter it is.'],
    ['webpage', { title: 'Margin', url: 'javascript:alert(1)' }, 'Address is an address that begins with https:// or http://.'],
  ])('%s %o: %s', (kind, fields, message) => {
    expect(missingOfSource({ kind, fields })).toEqual([message]);
  });

  it('are none but those of the kind', () => {
    expect(sourceFields('cfr').safeParse({ title: '17', section: '1.25', court: 'x' }).success).toBe(false);
  });
});
