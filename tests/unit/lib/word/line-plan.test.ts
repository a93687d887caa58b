import { describe, expect, it } from 'vitest';
import type { FigureSeries, LinesValue } from '@/lib/letter/figures/figure';
import { linePlan } from '@/lib/word/write/blocks/line-plan';
import { millions } from '@/tests/support/letters';

const chart = (series: readonly FigureSeries[], changes: Partial<LinesValue> = {}): LinesValue => ({
  kind: 'chart',
  chart: 'lines',
  axis: 'Offset rate',
  categories: (series[0]?.values ?? []).map((_, index) => String(index)),
  places: null,
  current: null,
  series,
  format: millions,
  altText: '',
  ...changes,
});
const line = (...values: (string | null)[]): FigureSeries => ({ name: 'Requirement', look: 'line', values });
const bars = (...values: (string | null)[]): FigureSeries => ({ name: 'Loss', look: 'bars', values });

describe('a chart of lines in Word', () => {
  it('joins points that lie at equal distances', () => {
    const plan = linePlan(chart([line('100000000', '90000000', '80000000')], { places: ['0', '0.5', '1'] }));
    expect(plan.series[0]).toMatchObject({ drawn: 'line', values: [100, 90, 80] });
    expect(plan.axis).toEqual({});
  });

  it('draws columns from zero where distances differ: Word would set them equal', () => {
    const plan = linePlan(chart([line('100000000', '90000000', '80000000')], { places: ['1', '5', '10'] }));
    expect(plan.series[0]).toMatchObject({ drawn: 'column' });
    expect(plan.axis).toEqual({ minimum: 0 });
  });

  it('labels each point of few, and says which is the run’s own', () => {
    const plan = linePlan(chart([line('100000000', null, '80000000')], { places: ['0', '1', '2'], current: 2 }));
    expect(plan.series[0]?.labels).toEqual(['100.0', null, '80.0 (this run)']);
    expect(plan.series[0]?.values).toEqual([100, null, 80]);
  });

  it('labels of hundreds of bars only the level, once', () => {
    const many = Array.from({ length: 200 }, (_, index) => String(index * 1_000_000));
    const level: FigureSeries = { name: 'Requirement', look: 'level', values: many.map(() => '50000000') };
    const plan = linePlan(chart([bars(...many), level]));
    expect(plan.series.map(({ drawn }) => drawn)).toEqual(['column', 'line']);
    expect(plan.series[0]?.labels.every((label) => label === null)).toBe(true);
    expect(plan.series[1]?.labels.filter((label) => label !== null)).toEqual(['50.0']);
  });

  it('leaves the axis open where bars hang below zero', () => {
    expect(linePlan(chart([bars('-5000000', '7000000')])).axis).toEqual({});
    expect(linePlan(chart([bars('5000000', '7000000')])).axis).toEqual({ minimum: 0 });
  });
});
