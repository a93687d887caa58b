import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import type { IndexComponent } from '@/lib/margin/classification/index-constituents';
import { narrowBasedTest } from '@/lib/margin/classification/narrow-based-test';

/** Components of the weights given, each trading `volume` million dollars a day. */
const index = (weights: readonly (number | string)[], volume = 100): IndexComponent[] =>
  weights.map((weight, at) => ({
    name: `C${at}`,
    issuerGroup: null,
    weight: new Decimal(weight),
    dailyVolumeUsd: new Decimal(volume).times(1_000_000),
    publicInformation: true,
  }));
const equal = (count: number) => Array.from({ length: count }, () => new Decimal(100).div(count).toFixed(6));

// Hand-worked from 7 U.S.C. 1a(35)(A), clause by clause.
describe('the narrow-based test of CEA 1a(35)(A)', () => {
  it.each([
    ['(i) nine components', index(equal(9)), 'narrow', 'narrow-based-nine', 'CEA 1a(35)(A)(i)'],
    ['(i) ten components of equal weight that trade enough', index(equal(10)), 'broad', 'broad-based', 'CEA 1a(35)(A)'],
    ['(ii) one above 30 percent', index([31, ...Array(20).fill('3.45')]), 'narrow', 'narrow-based-weight-30', 'CEA 1a(35)(A)(ii)'],
    ['(ii) one at 30 percent exactly is not above it', index([30, ...Array(20).fill('3.5')]), 'broad', 'broad-based', 'CEA 1a(35)(A)'],
    [
      '(iii) five highest at 60.5 percent',
      index(['12.1', '12.1', '12.1', '12.1', '12.1', ...Array(10).fill('3.95')]),
      'narrow',
      'narrow-based-five-60',
      'CEA 1a(35)(A)(iii)',
    ],
    [
      '(iii) five highest at 60 percent exactly are not above it',
      index([12, 12, 12, 12, 12, ...Array(10).fill(4)]),
      'broad',
      'broad-based',
      'CEA 1a(35)(A)',
    ],
    // ten of 10 percent: two stay within 25 percent, 2 x 20m = 40m; with the third 60m
    [
      '(iv) a quarter that trades 40 or 60 million, as the crossing component is read',
      index(equal(10), 20),
      'undetermined',
      'narrow-based-volume',
      'CEA 1a(35)(A)(iv)',
    ],
    // 3 x 16m = 48m with the crossing component too
    ['(iv) a quarter under 50 million in both readings', index(equal(10), 16), 'narrow', 'narrow-based-volume', 'CEA 1a(35)(A)(iv)'],
    // 20 of 5 percent: five make 25 percent exactly, 5 x 6m = 30m, not under the 30m for 15 or more components
    ['(iv) 20 components whose quarter trades 30 million exactly', index(equal(20), 6), 'broad', 'broad-based', 'CEA 1a(35)(A)'],
    ['(iv) 20 components whose quarter trades 29.5 million', index(equal(20), 5.9), 'narrow', 'narrow-based-volume', 'CEA 1a(35)(A)(iv)'],
    // 14 components: the 50m limit counts, 3 x 7.1 = 21.4 percent trade 45m, the fourth makes it 60m
    ['(iv) 14 components are fewer than 15', index(equal(14), 15), 'undetermined', 'narrow-based-volume', 'CEA 1a(35)(A)(iv)'],
  ])('%s', (_name, components, outcome, test, citation) => {
    expect(narrowBasedTest(components, 'securities')).toMatchObject({ outcome, test, citation });
  });

  it('ranks equal weights by rising volume, as 1a(35)(A)(iv) says', () => {
    const components = index(equal(10), 100);
    const thin = components.map((one, at) => (at >= 7 ? { ...one, dailyVolumeUsd: new Decimal(1_000_000) } : one));
    expect(narrowBasedTest(thin, 'securities').outcome).toBe('narrow');
    expect(narrowBasedTest([...thin].reverse(), 'securities')).toEqual(narrowBasedTest(thin, 'securities'));
  });

  it.each([
    ['no components', [], 'empty'],
    ['a weight that is not known', index(equal(12)).map((one, at) => (at === 3 ? { ...one, weight: null } : one)), 'weight of 1 of 12'],
    ['weights that do not add up to 100', index([10, ...Array(10).fill(2)]), 'add up to 30'],
    [
      'a volume that is not known',
      index(equal(12)).map((one, at) => (at === 3 ? { ...one, dailyVolumeUsd: null } : one)),
      'volume of 1 of 12',
    ],
  ])('guesses nothing from %s', (_name, components, words) => {
    const result = narrowBasedTest(components, 'securities');
    expect(result.outcome).toBe('undetermined');
    expect(result.reason).toContain(words);
  });
});

describe('the test of an index CDS, 17 CFR 240.3a68-1a(a)(1)', () => {
  it('counts affiliated issuers once', () => {
    const ten = index(equal(10)).map((one, at) => (at < 2 ? { ...one, issuerGroup: 'Alder group' } : one));
    expect(narrowBasedTest(ten, 'credit-default-swap')).toMatchObject({
      outcome: 'narrow',
      test: 'narrow-based-nine',
      citation: '17 CFR 240.3a68-1a(a)(1)(i)',
    });
    expect(narrowBasedTest(ten, 'securities').test).not.toBe('narrow-based-nine');
  });

  it('asks for public information and not for trading volume', () => {
    const many = index(equal(100), 0);
    expect(narrowBasedTest(many, 'credit-default-swap')).toMatchObject({ outcome: 'broad' });
    const one = many.map((component, at) => (at === 0 ? { ...component, publicInformation: null } : component));
    expect(narrowBasedTest(one, 'credit-default-swap')).toMatchObject({ outcome: 'undetermined', test: 'narrow-based-information' });
  });
});
