import { describe, expect, it } from 'vitest';
import type { FigureValue } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import { inSentence } from '@/lib/letter/figures/in-sentence';
import { publishableFigures } from '@/lib/letter/figures/publishable-figures';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import { detailedReport } from '@/tests/support/detailed-report';
import { runReport } from '@/tests/support/run-report';

const report = detailedReport();
const valueAt = (path: string): FigureValue => {
  const found = resolveFigure(report, path);
  if (!found.ok) throw new Error(found.failures.join());
  return found.value;
};
const tableAt = (path: string) => {
  const value = valueAt(path);
  if (value.kind !== 'table') throw new Error(`${path} is a ${value.kind}`);
  return value;
};
const linesAt = (path: string) => {
  const value = valueAt(path);
  if (value.kind !== 'chart' || value.chart !== 'lines') throw new Error(`${path} is no chart of lines`);
  return value;
};

describe('a number of the details', () => {
  it.each([
    ['frameworks/cftc-account/adequacy/exceedances', '4', '4'],
    ['frameworks/cftc-account/adequacy/expected', '2.5', '2.5'],
    ['frameworks/cftc-account/adequacy/worst-shortfall', '53075397', '$53.1 million'],
    ['frameworks/cftc-account/adequacy/worst-cover', '0.453256', '45.3%'],
    ['impacts/cftc-account/funding', '993749.975', '$1.0 million'],
    ['frameworks/separate-regimes/by-netting-set/row/%5B%22%22%2C%22Alpha%2FBeta%20LP%22%2C%22CSA-1%22%5D', '100000000', '$100.0 million'],
    ['impacts/cftc-account/by-group/row/account%2FHouse', '19874999.5', '$19.9 million'],
  ])('stands at %s', (path, value, text) => {
    const found = valueAt(path);
    expect(found).toMatchObject({ kind: 'number', value });
    expect(found.kind === 'number' && formatFigure(found.value, found.format)).toBe(text);
  });
});

describe('saving beside adequacy', () => {
  it('has a row for each framework, the saving of the alternatives only', () => {
    const { rows } = tableAt('adequacy');
    expect(rows.map(({ framework, share, exceedances }) => [framework, share, exceedances])).toEqual([
      ['Separate regimes', '', '1'],
      ['One account', '0.198749995', '4'],
    ]);
  });

  it('says “not computed” for a framework that was not tested, and nothing where none was', () => {
    const [today, account] = report.frameworks;
    const half = detailedReport({ frameworks: [today!, { ...account!, adequacy: null }] });
    const found = resolveFigure(half, 'adequacy');
    expect(found.ok && found.value.kind === 'table' && found.value.rows[1]).toMatchObject({
      exceedances: 'not computed',
      shortfall: 'not computed',
      cover: 'not computed',
    });
    expect(resolveFigure(runReport(), 'adequacy')).toMatchObject({ ok: false });
  });

  it('draws exceedances against the number that the level expects', () => {
    const { categories, series } = linesAt('adequacy/chart');
    expect(categories).toEqual(['Separate regimes', 'One account']);
    expect(series).toEqual([
      {
        name: 'Losses above the requirement',
        look: 'bars',
        format: { style: 'count', currency: null, scale: 'units', decimals: 0 },
        values: ['1', '4'],
      },
      { name: 'Expected', look: 'level', values: ['2.5', '2.5'] },
    ]);
  });
});

describe('the back-test of a framework', () => {
  it('names each test with its p-value and what that says', () => {
    expect(tableAt('frameworks/cftc-account/adequacy').rows.map(({ test, p, result }) => [test, p, result])).toEqual([
      ['Kupiec, unconditional coverage', '0.742', 'In line with the level'],
      ['Christoffersen, independence', '0.857', 'No sign of clusters'],
      ['Christoffersen, conditional coverage', '0.932', 'Number and timing fit the level'],
    ]);
  });

  it('draws every loss once, those above the requirement apart from the others', () => {
    const { categories, series } = linesAt('frameworks/cftc-account/adequacy/losses');
    const [below, above, level] = series.map(({ values }) => values);
    expect(categories).toHaveLength(250);
    expect(above!.filter((value) => value !== null)).toHaveLength(4);
    expect(below!.every((value, index) => (value === null) !== (above![index] === null))).toBe(true);
    expect(new Set(level)).toEqual(new Set(['44000000']));
    expect(above!.every((value) => value === null || BigInt(value) > 44_000_000n)).toBe(true);
  });

  it('says of which scenarios it is, once', () => {
    expect(valueAt('adequacy').about).toBe('250 scenarios, 2025-07-16 to 2026-06-30; level 99.0%.');
  });

  it('has a reason instead of a test that could not be made', () => {
    const [today] = report.frameworks;
    const whole = today!.adequacy!.rows[0]!;
    const unordered = { ...whole, christoffersen: null, testNote: 'Scenarios without dates have no order.' };
    const changed = detailedReport({ frameworks: [{ ...today!, adequacy: { ...today!.adequacy!, rows: [unordered] } }] });
    const found = resolveFigure(changed, 'frameworks/separate-regimes/adequacy');
    expect(found.ok && found.value.kind === 'table' && found.value.rows[1]).toMatchObject({
      statistic: 'not computed',
      p: '',
      result: 'Scenarios without dates have no order.',
    });
  });
});

describe('the heat map of offsets', () => {
  it('shades the pairs and nothing else, each pair once', () => {
    const { columns, rows } = tableAt('offsets/cftc-account/regime');
    expect(columns.map(({ key, heat }) => [key, heat ?? false])).toEqual([
      ['group', false],
      ['alone', false],
      ['with-1', true],
      ['with-2', true],
      ['with-3', true],
    ]);
    expect(rows[0]).toEqual({
      group: 'CFTC uncleared swaps',
      alone: '60000000',
      'with-1': '16400000',
      'with-2': '7250000',
      'with-3': '-310000',
    });
    expect(rows[3]).toEqual({ group: 'SEC securities account', alone: '8250000', 'with-1': '', 'with-2': '', 'with-3': '' });
  });
});

describe('sensitivity', () => {
  it('joins settings that are numbers and marks the run’s own', () => {
    const chart = linesAt('sensitivity/cftc-account/offset-rate');
    expect(chart).toMatchObject({ places: ['0', '0.25', '0.5', '0.75', '1'], current: 4 });
    expect(chart.series.map(({ look }) => look)).toEqual(['line']);
    expect(chart.altText).toContain('100 %: $80.1 million (this run)');
  });

  it('never joins packs, and says why one has no total', () => {
    const chart = linesAt('sensitivity/cftc-account/pack');
    expect(chart.places).toBeNull();
    expect(chart.series).toEqual([{ name: 'Requirement', look: 'bars', values: ['77300000', '80125000.5', null] }]);
    expect(chart.note).toContain('Pack 2.6: The pack has no weight for bucket 12.');
    expect(tableAt('sensitivity/cftc-account/pack/table').rows[2]).toMatchObject({ total: 'not computed' });
  });
});

describe('the what-ifs', () => {
  it('keep what is not computed in words, totals too', () => {
    const table = tableAt('classification');
    expect(table.totalRow).toBe(2);
    expect(table.rows[1]).toMatchObject({ swap: '30000000', security: 'not computed' });
    expect(table.rows[2]).toEqual({ label: 'Total', positions: '3', present: '100000000', swap: '81000000', security: 'not computed' });
  });

  it('name each stage with the date from which it applies', () => {
    expect(tableAt('treasury-clearing').rows.map(({ stage }) => stage)).toEqual([
      'Today',
      'Cash transactions cleared (from December 31, 2026)',
      'Cash and repo cleared (from June 30, 2027)',
    ]);
  });
});

describe('the notice of a licensed model', () => {
  it('stands with every figure of an amount', () => {
    for (const { path, format } of publishableFigures(report)) {
      const found = resolveFigure(report, path, format);
      expect([path, found.ok && found.value.notice]).toEqual([
        path,
        path === 'positions' ? undefined : 'A licensed model was used. Its notice stands here.',
      ]);
    }
  });

  it('stands with none where no such model was used', () => {
    const plain = detailedReport({ notices: [] });
    const found = resolveFigure(plain, 'frameworks/cftc-account/total');
    expect(found.ok && 'notice' in found.value).toBe(false);
  });
});

describe('what can be published of the details', () => {
  const offered = publishableFigures(report);

  it('resolves, each to the kind that it promises', () => {
    expect(offered.length).toBeGreaterThan(50);
    for (const figure of offered) expect([figure.path, valueAt(figure.path).kind]).toEqual([figure.path, figure.kind]);
  });

  it('has no two things of one path', () => {
    expect(new Set(offered.map(({ path }) => path)).size).toBe(offered.length);
  });

  it('warns of everything that names a counterparty, an agreement, an account or a position', () => {
    const naming = (path: string) => /by-counterparty|by-netting-set|by-group|largest-positions/.test(path);
    expect(offered.filter(({ path, caution }) => naming(path) !== (caution !== null)).map(({ path }) => path)).toEqual([]);
  });

  it('names and places them within what a figure may have', () => {
    const [today] = report.frameworks;
    const key = 'x'.repeat(600);
    const byRegime = [{ key, label: 'y'.repeat(300), agency: 'none' as const, amount: '1', positions: 1 }];
    const long = publishableFigures(detailedReport({ frameworks: [{ ...today!, name: 'z'.repeat(200), byRegime }], impacts: [] }));
    expect(Math.max(...long.map(({ name }) => name.length))).toBe(120);
    expect(long.some(({ path }) => path.includes(key))).toBe(false);
    expect(long.some(({ path }) => path.endsWith('by-regime'))).toBe(true);
  });

  it('offers a long breakdown as a table with a word on its length, without a number for each row', () => {
    const [today] = report.frameworks;
    const byNettingSet = Array.from({ length: 80 }, (_, index) => ({
      ...{ key: `set-${index}`, label: `Set ${index}`, agency: 'none' as const, amount: '1', positions: 1 },
    }));
    const long = publishableFigures(detailedReport({ frameworks: [{ ...today!, byNettingSet }], impacts: [] }));
    const sets = long.filter(({ path }) => path.includes('by-netting-set'));
    expect(sets.filter(({ kind }) => kind === 'number')).toHaveLength(50);
    expect(sets.filter(({ kind }) => kind === 'chart')).toHaveLength(0);
    expect(sets.find(({ kind }) => kind === 'table')?.caution).toContain('80 rows');
  });
});

describe('a path of a detail that the run does not have', () => {
  it.each([
    'adequacy/table',
    'frameworks/cftc-account/adequacy/nonsense',
    'frameworks/cftc-account/adequacy/exceedances/more',
    'offsets/cftc-account',
    'offsets/separate-regimes/regime',
    'offsets/cftc-account/regime/more',
    'sensitivity/cftc-account/horizon',
    'classification/more',
    'treasury-clearing/more',
    'impacts/cftc-account/funding/more',
    'constructor',
    '__proto__',
  ])('“%s” is a failure with a sentence', (path) => {
    expect(resolveFigure(report, path)).toMatchObject({ ok: false, failures: [expect.stringContaining('nothing at')] });
  });
});

describe('a label inside a sentence', () => {
  it.each([
    ['Every correlation of SIMM multiplied by', 'every correlation of SIMM multiplied by'],
    ['SIMM pack', 'SIMM pack'],
    ['', ''],
  ])('“%s” reads “%s”', (label, words) => expect(inSentence(label)).toBe(words));
});
