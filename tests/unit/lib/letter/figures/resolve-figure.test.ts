import { describe, expect, it } from 'vitest';
import type { FigureFormat } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import { publishableFigures } from '@/lib/letter/figures/publishable-figures';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import { runReport } from '@/tests/support/run-report';

const report = runReport();
const valueAt = (path: string, format: FigureFormat | null = null) => {
  const found = resolveFigure(report, path, format);
  if (!found.ok) throw new Error(found.failures.join());
  return found.value;
};

describe('a number of a run', () => {
  it.each([
    ['positions', '3', '3'],
    ['frameworks/separate-regimes/total', '100000000', '$100.0 million'],
    ['frameworks/separate-regimes/gross', '150000000', '$150.0 million'],
    ['frameworks/separate-regimes/by-regime/row/sec-non-cleared-sbs', '40000000', '$40.0 million'],
    ['frameworks/separate-regimes/by-counterparty/row/Alpha%2FBeta%20LP', '100000000', '$100.0 million'],
    ['impacts/cftc-account/baseline', '100000000', '$100.0 million'],
    ['impacts/cftc-account/alternative', '80125000.5', '$80.1 million'],
    ['impacts/cftc-account/saving', '19874999.5', '$19.9 million'],
    ['impacts/cftc-account/saving-share', '0.198749995', '19.9%'],
    ['impacts/cftc-account/by-regime/row/cftc-uncleared-swaps', '10000000', '$10.0 million'],
  ])('stands at %s, exact, with a format that needs no change', (path, value, text) => {
    const found = valueAt(path);
    expect(found).toMatchObject({ kind: 'number', value });
    expect(found.kind === 'number' && formatFigure(found.value, found.format)).toBe(text);
  });

  it('takes the format that was chosen and keeps the value exact', () => {
    const format: FigureFormat = { style: 'money', currency: 'USD', scale: 'units', decimals: 2 };
    const found = valueAt('impacts/cftc-account/saving', format);
    expect(found).toMatchObject({ value: '19874999.5', format });
  });
});

describe('a table of a run', () => {
  it('has a total row that is the framework’s total, never a sum of roundings', () => {
    const table = valueAt('frameworks/separate-regimes/by-regime');
    expect(table.kind === 'table' && table.rows.at(-1)).toEqual({ label: 'Total', positions: '3', amount: '100000000' });
    expect(table).toMatchObject({ totalRow: 2 });
  });

  it('sets baseline, alternative and saving side by side', () => {
    const table = valueAt('impacts/cftc-account/by-counterparty');
    expect(table.kind === 'table' && table.columns.map(({ label }) => label)).toEqual([
      'Counterparty',
      'Separate regimes',
      'One account',
      'Saving',
    ]);
    expect(table.kind === 'table' && table.rows.at(-1)).toEqual({
      label: 'Total',
      baseline: '100000000',
      alternative: '80125000.5',
      saving: '19874999.5',
    });
  });
});

describe('a chart of a run', () => {
  it('says in words what the bridge shows', () => {
    const chart = valueAt('impacts/cftc-account/bridge');
    expect(chart.kind === 'chart' && chart.altText).toBe(
      'From Separate regimes to One account, positions of 2026-06-30. Separate regimes: $100.0 million; Offsets across: ($19.9 million); One account: $80.1 million.',
    );
  });

  it('draws regimes in the hues of their agencies', () => {
    const chart = valueAt('frameworks/separate-regimes/by-regime/chart');
    expect(chart.kind === 'chart' && chart.chart !== 'lines' && chart.points.map(({ agency }) => agency)).toEqual(['CFTC', 'SEC']);
  });
});

describe('an incomplete total', () => {
  it('is noted on every figure that it enters, and on no other', () => {
    const note = 'Incomplete. One account: 1 position has no amount.';
    expect(valueAt('frameworks/cftc-account/total').note).toBe(note);
    const uneven = `${note} Not of like with like: 1 position has an amount on one side only.`;
    expect(valueAt('impacts/cftc-account/saving').note).toBe(uneven);
    expect(valueAt('impacts/cftc-account/bridge').note).toBe(uneven);
    expect(valueAt('impacts/cftc-account/baseline').note).toBeUndefined();
  });
});

describe('a path that the run does not have', () => {
  it.each([
    '',
    'nonsense',
    'positions/more',
    'frameworks/one-model/total',
    'frameworks/cftc-account',
    'frameworks/separate-regimes/by-regime/row/futures',
    'frameworks/separate-regimes/total/more',
    'impacts/separate-regimes/saving',
    'impacts/cftc-account/bridge/picture',
    'frameworks/%E0%A4%A/total',
  ])('“%s” is a failure with a sentence', (path) => {
    expect(resolveFigure(report, path)).toMatchObject({ ok: false, failures: [expect.stringContaining('nothing at')] });
  });

  it('says why a saving of nothing has no share', () => {
    const [impact] = report.impacts;
    const zero = runReport({ impacts: [{ ...impact!, savingShare: null }] });
    expect(resolveFigure(zero, 'impacts/cftc-account/saving-share')).toEqual({
      ok: false,
      failures: ['The saving has no share, because the baseline is zero.'],
    });
  });
});

describe('what can be published', () => {
  const offered = publishableFigures(report);

  it('resolves, each to the kind that it promises', () => {
    for (const figure of offered) expect([figure.path, valueAt(figure.path, figure.format).kind]).toEqual([figure.path, figure.kind]);
  });

  it('has no two things of one path', () => {
    expect(new Set(offered.map(({ path }) => path)).size).toBe(offered.length);
  });

  it('warns of whatever names a counterparty', () => {
    const naming = offered.filter(({ path }) => path.includes('by-counterparty'));
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.every(({ caution }) => caution?.includes('publicly'))).toBe(true);
    expect(offered.filter(({ path }) => !path.includes('by-counterparty')).every(({ caution }) => caution === null)).toBe(true);
  });
});
