import { describe, expect, it } from 'vitest';
import type { FigureSeriesPoint } from '@/lib/letter/figures/figure';
import { chartPlan } from '@/lib/word/write/blocks/chart-series';
import { millions, units } from '@/tests/support/letters';

const total = (label: string, amount: string, agency: FigureSeriesPoint['agency'] = 'none'): FigureSeriesPoint => ({
  label,
  amount,
  kind: 'total',
  agency,
});
const change = (label: string, amount: string, agency: FigureSeriesPoint['agency'] = 'none'): FigureSeriesPoint => ({
  label,
  amount,
  kind: 'change',
  agency,
});

describe('a bridge', () => {
  const plan = chartPlan(
    [
      total('From', '100000000'),
      change('Swaps', '-40000000', 'CFTC'),
      change('More', '5000000', 'SEC'),
      total('To', '65000000', 'harmonized'),
    ],
    'bridge',
    millions,
  );
  it('lets changes float between the levels before and after them', () => {
    expect(plan.base).toEqual([null, 60, 60, null]);
    expect(plan.series.map(({ name, values }) => [name, values])).toEqual([
      ['Requirement', [100, null, null, null]],
      ['CFTC', [null, 40, null, null]],
      ['SEC', [null, null, 5, null]],
      ['Harmonized', [null, null, null, 65]],
    ]);
  });
  it('labels each bar with its signed amount, and a low one below it', () => {
    expect(plan.series.map(({ labels }) => labels.filter(Boolean))).toEqual([['100.0'], ['(40.0)'], [], ['65.0']]);
    expect(plan.baseLabels).toEqual([null, null, '5.0', null]);
  });
  it('gives each agency its own colour', () => {
    expect(plan.series.map(({ accent }) => accent)).toEqual(['accent5', 'accent1', 'accent2', 'accent3']);
  });
  it('is drawn as plain bars where it goes below zero', () => {
    const below = chartPlan([total('From', '1000000'), change('Step', '-4000000')], 'bridge', millions);
    expect(below.base).toBeNull();
    expect(below.series.map(({ values }) => values)).toEqual([
      [1, null],
      [null, -4],
    ]);
  });
});

describe('the axis of a chart', () => {
  const bar = (amount: string): FigureSeriesPoint => ({ label: amount, amount, kind: 'bar', agency: 'none' });
  it.each([
    ['starts at zero, however alike the bars are', ['1900000000', '1950000000'], { minimum: 0 }],
    ['ends at zero where all bars hang', ['-1900000000', '-1950000000'], { maximum: 0 }],
    ['is left alone where bars stand on both sides of zero', ['-1', '1'], {}],
    ['starts at zero where all bars are zero', ['0', '0'], { minimum: 0 }],
  ])('%s', (_, amounts, axis) => {
    expect(chartPlan(amounts.map(bar), 'bars', units).axis).toEqual(axis);
  });
});
