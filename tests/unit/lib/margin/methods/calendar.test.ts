import { describe, expect, it } from 'vitest';
import { addMonths, wholeMonths } from '@/lib/margin/methods/calendar';

describe('calendar months', () => {
  it.each([
    ['2026-06-30', 12, '2027-06-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2000-02-29', 1200, '2100-02-28'],
  ])('%s and %i months later is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it.each([
    ['2026-06-30', '2027-06-29', 11],
    ['2026-06-30', '2027-06-30', 12],
    ['2026-06-30', '2026-06-30', 0],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-06-30', '2036-06-30', 120],
  ])('from %s to %s are %i whole months', (from, to, expected) => {
    expect(wholeMonths(from, to)).toBe(expected);
  });
});
