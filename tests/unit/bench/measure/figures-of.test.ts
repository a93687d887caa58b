import { describe, expect, it } from 'vitest';
import { growthFigure, memoryFigure, ratioFigure, sizeFigure, timeFigure } from '@/bench/measure/figures-of';
import { median } from '@/bench/measure/median';

describe('figures of measurements', () => {
  it.each([
    { of: [7], is: 7 },
    { of: [30, 10, 20], is: 20 },
    { of: [40, 10, 20, 100], is: 30 },
  ])('take the middle of $of', ({ of, is }) => {
    expect(median(of)).toBe(is);
  });

  it('refuse to take the middle of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it('give a time as the median, with how often and from where to where', () => {
    expect(timeFigure('a', [30.4, 10.2, 20.3], 'x')).toEqual({ name: 'a', value: 20, unit: 'ms', n: 3, detail: 'x; from 10 to 30' });
    expect(timeFigure('a', [5], 'x').detail).toBe('x');
  });

  it('give memory in millions of bytes and sizes in thousands', () => {
    expect(memoryFigure('a', [2_600_000], 'x')).toMatchObject({ value: 3, unit: 'MB', n: 1 });
    expect(sizeFigure('a', 91_060, 'x')).toMatchObject({ value: 91.1, unit: 'kB', n: 1 });
  });

  it('give a ratio of the medians', () => {
    expect(ratioFigure('a', [30, 10, 20], [8, 8], 'x')).toMatchObject({ value: 2.5, unit: 'ratio', n: 2 });
  });

  it.each([
    { large: 400, exponent: 1 },
    { large: 1600, exponent: 2 },
    { large: 800, exponent: 1.5 },
  ])('give the exponent $exponent for four times the size in $large instead of 100 ms', ({ large, exponent }) => {
    const figure = growthFigure('a', { size: 10_000, times: [100] }, { size: 40_000, times: [large] });
    expect(figure).toMatchObject({ value: exponent, unit: 'exponent', n: 1 });
  });
});
