import { describe, expect, it } from 'vitest';
import { parseSource } from '@/lib/letter/citations/parse-source';

const ROWS: readonly [pasted: string, kind: string, fields: Record<string, string>, pinpoint: string][] = [
  ['17 CFR 240.15c3-1', 'cfr', { title: '17', section: '240.15c3-1' }, ''],
  ['See 17 C.F.R. § 240.15c3-1(c)(2)(vi).', 'cfr', { title: '17', section: '240.15c3-1' }, '(c)(2)(vi)'],
  ['17 CFR part 39', 'cfr', { title: '17', section: 'part 39' }, ''],
  ['Net Capital, 17 C.F.R. § 240.15c3-1 (2025)', 'cfr', { title: '17', section: '240.15c3-1', name: 'Net Capital', year: '2025' }, ''],
  ['85 FR 70536', 'federal-register', { volume: '85', page: '70536' }, ''],
  [
    'Portfolio Margining of Uncleared Swaps, 85 Fed. Reg. 70,536, 70,540 (Nov. 5, 2020)',
    'federal-register',
    { title: 'Portfolio Margining of Uncleared Swaps', volume: '85', page: '70536', date: '2020-11-05' },
    '70540',
  ],
  ['91 FR 37873 at 37880-82', 'federal-register', { volume: '91', page: '37873' }, '37880-82'],
  ['7 U.S.C. 6f', 'statute', { title: '7', section: '6f' }, ''],
  ['15 U.S.C. § 78c(a)(55)', 'statute', { title: '15', section: '78c' }, '(a)(55)'],
  [
    'Dodd-Frank Act, Pub. L. No. 111-203, 124 Stat. 1376 (2010)',
    'statute',
    { name: 'Dodd-Frank Act', publicLaw: '111-203', statutes: '124 Stat. 1376', year: '2010' },
    '',
  ],
  ['Release No. 34-90246', 'release', { series: 'Exchange Act', number: '34-90246' }, ''],
  [
    'Exchange Act Release No. 34-90246 (Oct. 22, 2020), 85 FR 70536',
    'release',
    { series: 'Exchange Act', number: '34-90246', date: '2020-10-22', volume: '85', page: '70536' },
    '',
  ],
  [
    'Chevron U.S.A. Inc. v. NRDC, 467 U.S. 837, 842 (1984)',
    'case',
    { name: 'Chevron U.S.A. Inc. v. NRDC', reporter: '467 U.S. 837', year: '1984' },
    '842',
  ],
  [
    'SEC v. Alpha, 12 F.4th 34 (2d Cir. 2021)',
    'case',
    { name: 'SEC v. Alpha', reporter: '12 F.4th 34', court: '2d Cir.', year: '2021' },
    '',
  ],
  [
    'Letter from SIFMA to Vanessa A. Countryman, File No. S7-15-20 (Dec. 7, 2020), available at https://www.sec.gov/a.pdf.',
    'letter',
    { from: 'SIFMA', to: 'Vanessa A. Countryman', file: 'File No. S7-15-20', date: '2020-12-07', url: 'https://www.sec.gov/a.pdf' },
    '',
  ],
  ['Margin Page, available at https://www.cftc.gov/m', 'webpage', { title: 'Margin Page', url: 'https://www.cftc.gov/m' }, ''],
];

describe('parseSource', () => {
  it.each(ROWS)('%s', (pasted, kind, fields, pinpoint) => {
    expect(parseSource(pasted)).toEqual({ kind, fields, pinpoint });
  });

  it.each(['', 'The margin rule', '17 dogs', 'FR 37873'])('recognises nothing in "%s"', (pasted) => {
    expect(parseSource(pasted)).toBeNull();
  });

  it('reads whatever is pasted, however long', () => {
    expect(parseSource(`${'v. '.repeat(200_000)}`)).toBeNull();
  });
});
