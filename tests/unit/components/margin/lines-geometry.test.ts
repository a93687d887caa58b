import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesGeometry } from '@/components/margin/lines-geometry';
import type { FigureSeries } from '@/lib/letter/figures/figure';

const series = (look: FigureSeries['look'], ...values: (string | null)[]): FigureSeries => ({ name: look, look, values });
const names = (count: number) => Array.from({ length: count }, (_, index) => `S${index}`);

describe('where the points of a chart of lines lie', () => {
  it('keeps the distances of places', () => {
    const { series: drawn } = linesGeometry({
      categories: ['1', '5', '10'],
      places: ['1', '5', '10'],
      series: [series('line', '1', '2', '3')],
    });
    const [a, b, c] = drawn[0]!.points.map(({ x }) => x);
    expect((b! - a!) / (c! - a!)).toBeCloseTo(4 / 9, 3);
    expect(a).toBeGreaterThan(0);
    expect(c).toBeLessThan(100);
  });

  it('sets categories without places in the middle of equal bands', () => {
    const { series: drawn } = linesGeometry({ categories: names(4), places: null, series: [series('bars', '1', '2', '3', '4')] });
    expect(drawn[0]!.points.map(({ x }) => x)).toEqual([12.5, 37.5, 62.5, 87.5]);
  });

  it('has zero on the scale where bars stand on it, and only there', () => {
    const bars = linesGeometry({ categories: names(2), places: null, series: [series('bars', '90', '100')] });
    expect(bars.ticks[0]).toMatchObject({ value: '0', y: 100 });
    const line = linesGeometry({ categories: names(2), places: ['0', '1'], series: [series('line', '90', '100')] });
    expect(line.ticks[0]?.value).not.toBe('0');
  });

  it('leaves out what was not computed and keeps the place of the rest', () => {
    const { series: drawn } = linesGeometry({ categories: names(3), places: null, series: [series('line', '1', null, '3')] });
    expect(drawn[0]!.points.map(({ index }) => index)).toEqual([0, 2]);
  });

  it('names few of many categories, the first and the last among them', () => {
    const { marks } = linesGeometry({ categories: names(250), places: null, series: [series('bars', ...names(250).map(() => '1'))] });
    expect(marks.map(({ index }) => index)).toEqual([0, 62, 125, 187, 249]);
  });

  it('names every second of eleven, rather than some at odd distances', () => {
    const { marks } = linesGeometry({ categories: names(11), places: null, series: [series('line', ...names(11).map(() => '1'))] });
    expect(marks.map(({ index }) => index)).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it('lies within the plot, the larger the higher', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1, maxLength: 30 }), (amounts) => {
        const { series: drawn } = linesGeometry({
          categories: names(amounts.length),
          places: null,
          series: [series('alert', ...amounts.map(String))],
        });
        const points = drawn[0]!.points;
        for (const { x, y } of points) expect(x >= 0 && x <= 100 && y >= 0 && y <= 100).toBe(true);
        for (const [i, one] of points.entries()) {
          for (const [j, other] of points.entries()) if (amounts[i]! > amounts[j]!) expect(one.y).toBeLessThanOrEqual(other.y);
        }
      }),
    );
  });

  it('stands where there is nothing to draw', () => {
    expect(linesGeometry({ categories: ['a'], places: null, series: [series('line', null)] }).series[0]!.points).toEqual([]);
  });
});
