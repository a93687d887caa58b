import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { chiSquareTail } from '@/lib/margin/adequacy/chi-square';
import { independenceStatistic, kupiecStatistic, testResult, transitionsOf } from '@/lib/margin/adequacy/likelihood-ratio';

const rounded = (value: Decimal | string, places: number) => new Decimal(value).toFixed(places);

describe('the published example of varbacktest in the documentation of the Risk Management Toolbox (1,043 days, 95 %)', () => {
  const pof = kupiecStatistic(57, 1043, new Decimal('0.05'));
  const independence = independenceStatistic({ n00: 932, n01: 53, n10: 53, n11: 4 })!;

  it('has the statistic and p-value of the proportion of failures', () => {
    expect(rounded(pof, 5)).toBe('0.46147');
    expect(rounded(testResult(pof, 1).pValue, 5)).toBe('0.49694');
  });

  it('has those of independence', () => {
    expect(rounded(independence, 5)).toBe('0.25866');
    expect(rounded(testResult(independence, 1).pValue, 5)).toBe('0.61104');
  });

  it('has those of conditional coverage, the sum of both, with two degrees of freedom', () => {
    const both = pof.plus(independence);
    expect(rounded(both, 5)).toBe('0.72013');
    expect(rounded(testResult(both, 2).pValue, 5)).toBe('0.69763');
  });
});

describe('the regions in which Kupiec does not reject at 95 %, as Kupiec (1995) tabulates them', () => {
  // expected rate, days, the largest count that is rejected as too few (null: none), the smallest rejected as too many
  it.each([
    ['0.01', 255, null, 7],
    ['0.01', 510, 1, 11],
    ['0.01', 1000, 4, 17],
    ['0.025', 255, 2, 12],
    ['0.025', 510, 6, 21],
    ['0.025', 1000, 15, 36],
    ['0.05', 255, 6, 21],
    ['0.05', 510, 16, 36],
    ['0.05', 1000, 37, 65],
    ['0.075', 255, 11, 28],
    ['0.075', 510, 27, 51],
    ['0.075', 1000, 59, 92],
    ['0.10', 255, 16, 36],
    ['0.10', 510, 38, 65],
    ['0.10', 1000, 81, 120],
  ])('%s of %i days: more than %s and fewer than %i', (rate, days, few, many) => {
    const rejected = (count: number) => testResult(kupiecStatistic(count, days, new Decimal(rate)), 1).rejected;
    expect(rejected(many)).toBe(true);
    expect(rejected(many - 1)).toBe(false);
    // the table names no lower end for 255 days at 1 %
    if (few === null) return;
    expect(rejected(few)).toBe(true);
    expect(rejected(few + 1)).toBe(false);
  });
});

describe('the statistics at their ends', () => {
  it('is -2 n ln(1 - p) without exceedances', () => {
    const expected = new Decimal('0.99').ln().times(-500);
    expect(rounded(kupiecStatistic(0, 250, new Decimal('0.01')), 30)).toBe(rounded(expected, 30));
  });

  it('is 0 where the share seen is the share expected', () => {
    expect(kupiecStatistic(5, 100, new Decimal('0.05')).toString()).toBe('0');
  });

  it('says nothing of independence without a day after an exceedance, or with exceedances on every day', () => {
    expect(independenceStatistic(transitionsOf([false, false, false, true]))).toBeNull();
    expect(independenceStatistic(transitionsOf([true, true, true]))).toBeNull();
    expect(independenceStatistic(transitionsOf([]))).toBeNull();
  });

  it('rejects ten exceedances that all follow each other, and not ten that lie apart', () => {
    const days = (exceeded: (day: number) => boolean) => Array.from({ length: 250 }, (_, day) => exceeded(day));
    const run = independenceStatistic(transitionsOf(days((day) => day >= 100 && day < 110)))!;
    const apart = independenceStatistic(transitionsOf(days((day) => day % 25 === 3)))!;
    expect(testResult(run, 1).rejected).toBe(true);
    expect(testResult(apart, 1).rejected).toBe(false);
  });

  it('counts each day with the day after it', () => {
    expect(transitionsOf([false, true, true, false, false])).toEqual({ n00: 1, n01: 1, n10: 1, n11: 1 });
  });
});

describe('the tail of chi-square', () => {
  // critical values to more digits than tables have, from the same equation solved by another program (double precision)
  it.each([
    ['3.841458820694124', 1, '0.05'],
    ['6.634896601021213', 1, '0.01'],
    ['10.827566170662733', 1, '0.001'],
    ['5.991464547107979', 2, '0.05'],
    ['9.210340371976182', 2, '0.01'],
    ['13.815510557964274', 2, '0.001'],
  ])('is %s with %i degrees: %s', (statistic, degrees, p) => {
    expect(rounded(chiSquareTail(new Decimal(statistic), degrees as 1 | 2), 14)).toBe(new Decimal(p).toFixed(14));
  });

  it('has twenty right places: erfc(1 ÷ √2), the chance of more than one standard deviation', () => {
    expect(chiSquareTail(new Decimal(1), 1).toString()).toBe('0.31731050786291410283');
  });

  it('is 1 at 0, 0 far out, and falls between', () => {
    expect(chiSquareTail(new Decimal(0), 1).toString()).toBe('1');
    expect(chiSquareTail(new Decimal(400), 1).toString()).toBe('0');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.constantFrom<1 | 2>(1, 2), (hundredths, degrees) => {
        const at = new Decimal(hundredths).div(100);
        expect(chiSquareTail(at.plus('0.01'), degrees).lt(chiSquareTail(at, degrees))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
