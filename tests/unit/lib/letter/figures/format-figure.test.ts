import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureFormat } from '@/lib/letter/figures/figure';
import { formatFigure, unitLabel } from '@/lib/letter/figures/format-figure';

const money = (scale: FigureFormat['scale'], decimals: number, currency: string | null = 'USD'): FigureFormat => ({
  style: 'money',
  currency,
  scale,
  decimals,
});
const percent = (decimals: number): FigureFormat => ({ style: 'percent', currency: null, scale: 'units', decimals });
const count = (decimals = 0): FigureFormat => ({ style: 'count', currency: null, scale: 'units', decimals });

describe('a figure as text', () => {
  const cases: [string, FigureFormat, string, string][] = [
    ['68650000', money('millions', 1), '$68.7 million', '68.7'],
    ['68650000', money('millions', 2), '$68.65 million', '68.65'],
    ['68650000', money('units', 0), '$68,650,000', '68,650,000'],
    ['68650000', money('thousands', 0), '$68,650 thousand', '68,650'],
    ['1234567890123', money('billions', 1), '$1,234.6 billion', '1,234.6'],
    ['-274590000', money('millions', 2), '($274.59 million)', '(274.59)'],
    ['68650000', money('millions', 1, 'EUR'), '€68.7 million', '68.7'],
    ['68650000', money('millions', 1, 'CHF'), 'CHF 68.7 million', '68.7'],
    ['-5', money('units', 2, 'CHF'), '(CHF 5.00)', '(5.00)'],
    ['12', money('units', 0, null), '12', '12'],
    ['0.8', percent(1), '80.0%', '80.0%'],
    ['-0.053', percent(1), '(5.3%)', '(5.3%)'],
    ['0.79999', percent(2), '80.00%', '80.00%'],
    ['412', count(), '412', '412'],
    ['1412', count(), '1,412', '1,412'],
    ['999999.5', money('units', 0), '$1,000,000', '1,000,000'],
  ];
  it.each(cases)('%s with %j reads "%s" in text and "%s" in a cell', (value, format, text, cell) => {
    expect(formatFigure(value, format)).toBe(text);
    expect(formatFigure(value, format, 'cell')).toBe(cell);
  });
});

describe('rounding', () => {
  it('rounds half away from zero, once', () => {
    expect(formatFigure('0.5', count())).toBe('1');
    expect(formatFigure('-0.5', count())).toBe('(1)');
    expect(formatFigure('2.5', count())).toBe('3');
    expect(formatFigure('1.0449', money('units', 1))).toBe('$1.0');
    expect(formatFigure('1449999', money('millions', 0))).toBe('$1 million');
  });
  it('does not round a long number twice', () => {
    const justBelowHalf = `1${'0'.repeat(20)}.4${'9'.repeat(37)}`;
    expect(formatFigure(justBelowHalf, count())).toBe('100,000,000,000,000,000,000');
  });
  it('gives no sign to what rounds to zero', () => {
    expect(formatFigure('-0.04', percent(0))).toBe('(4%)');
    expect(formatFigure('-0.0004', percent(1))).toBe('0.0%');
    expect(formatFigure('-1', money('millions', 1))).toBe('$0.0 million');
  });
  it('is symmetric about zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.integer({ min: 0, max: 4 }), (amount, decimals) => {
        const format = money('millions', decimals);
        const positive = formatFigure(amount.toString(), format);
        const negative = formatFigure(`-${amount}`, format);
        expect(negative).toBe(/[1-9]/.test(positive) ? `(${positive})` : positive);
      }),
    );
  });
  it('says of whole numbers in units exactly their digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 50n }), (amount) => {
        expect(formatFigure(amount.toString(), money('units', 0)).replace(/[$,]/g, '')).toBe(amount.toString());
      }),
    );
  });
});

describe('what is no number', () => {
  it.each(['', 'NaN', '1e400', 'Infinity', '1,000', '=cmd', '--1'])('refuses "%s"', (value) => {
    expect(() => formatFigure(value, count())).toThrow(RangeError);
  });
  it.each([-1, 1.5, 21, Number.NaN])('refuses %s decimals', (decimals) => {
    expect(() => formatFigure('1', count(decimals))).toThrow(RangeError);
  });
});

describe('the unit of a column', () => {
  it.each([
    [money('millions', 1), '$ millions'],
    [money('units', 0), '$'],
    [money('thousands', 0, 'CHF'), 'CHF thousands'],
    [percent(1), ''],
    [count(), ''],
    [{ ...count(), scale: 'thousands' as const }, 'thousands'],
  ])('%j is named "%s"', (format, label) => {
    expect(unitLabel(format)).toBe(label);
  });
});
