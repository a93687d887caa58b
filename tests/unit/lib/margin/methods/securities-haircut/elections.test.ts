import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumDecimals } from '@/lib/core/decimal';
import { SECURITIES_HAIRCUT_METHOD } from '@/lib/margin/methods/securities-haircut/securities-haircut-method';
import type { Position, Product } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { nettingSet, type PositionFacts, position } from '@/tests/support/positions';

type Settings = Readonly<Record<string, string>>;
const CONTEXT = methodContext();
const compute = (positions: readonly Position[], parameters: Settings = {}) =>
  SECURITIES_HAIRCUT_METHOD.compute(nettingSet(...positions), parameters, CONTEXT);
const total = (positions: readonly Position[], parameters: Settings = {}) => compute(positions, parameters).node.amount.toString();
const debt = (id: string, product: Product, direction: 'long' | 'short', value: string, maturity: string, facts: PositionFacts = {}) =>
  position(id, product, { direction, marketValue: direction === 'long' ? value : `-${value}`, maturity, ...facts });
const note = (id: string, direction: 'long' | 'short', value: string, maturity: string) => debt(id, 'treasury', direction, value, maturity);
const bond = (id: string, direction: 'long' | 'short', value: string, maturity: string) =>
  debt(id, 'corporate_bond', direction, value, maturity);

// The portfolio stands on 2026-06-30.
describe('(A)(2): subcategories by themselves', () => {
  it('adds 3 % of 1,000 and 4 % of 800 where (A)(1) takes |30 − 32| + 50 % × 30', () => {
    const positions = [note('a', 'long', '1000', '2030-06-30'), note('b', 'short', '800', '2032-06-30')];
    expect([total(positions), total(positions, { governments: 'subcategories' })]).toEqual(['17', '62']);
  });
});

describe('(A)(3): governments of two categories and near maturities', () => {
  const elect = { crossCategory: 'elect' };
  it.each([
    // 1 % of 1,000 and 1.5 % of 800; netted, 200 stay in the category of the larger at 1 %.
    ['(i)(A) 9 to 15 months, within 3', '2027-05-30', '2027-08-30', '22', '2'],
    ['(i)(A) more than 3 months apart', '2027-04-30', '2027-08-30', '22', '22'],
    ['(i)(A) one outside 9 to 15 months', '2027-05-30', '2027-10-30', '22', '22'],
    // 2 % of 1,000 and 3 % of 800; 200 at 2 %.
    ['(i)(B) 2 to 4 years, within 1', '2029-01-31', '2029-12-31', '44', '4'],
    ['(i)(B) more than a year apart', '2028-12-31', '2030-01-31', '44', '44'],
    // 4 % of 1,000 and 4.5 % of 800; 200 at 4 %.
    ['(i)(C) 8 to 12 years, within 2', '2035-01-31', '2037-01-31', '76', '8'],
    ['(i)(C) more than 2 years apart', '2035-01-31', '2037-02-28', '76', '76'],
  ])('%s', (_name, long, short, without, withElection) => {
    const positions = [note('a', 'long', '1000', long), note('b', 'short', '800', short)];
    expect([total(positions), total(positions, elect)]).toEqual([without, withElection]);
  });

  it('(ii): what is left stays in the category of the security with the higher market value', () => {
    const positions = [note('a', 'long', '800', '2027-05-30'), note('b', 'short', '1000', '2027-08-30')];
    // 200 at 1.5 %.
    expect(total(positions, elect)).toBe('3');
  });

  it('is not used where it costs more', () => {
    // The short nets with the long of its own subcategory, which leaves 10 in category 1. Elected, that 10 would go and the long's 15 come.
    const positions = [
      note('a', 'long', '1000', '2027-05-30'),
      note('b', 'short', '1000', '2027-08-30'),
      note('c', 'long', '1000', '2028-06-29'),
    ];
    expect([total(positions), total(positions, elect)]).toEqual(['10', '10']);
    const offset = [
      note('a', 'long', '100', '2027-05-30'),
      note('b', 'short', '1000', '2027-08-30'),
      note('c', 'long', '1000', '2028-08-30'),
    ];
    // Category 2: |20 − 15| + 7.5; category 1: 1. Elected: 900 short: |20 − 13.5| + 6.75 = 13.25, which is less than 13.5 by a little.
    expect([total(offset), total(offset, elect)]).toEqual(['13.5', '13.25']);
  });

  it('does not join longs with longs', () => {
    const positions = [note('a', 'long', '1000', '2027-05-30'), note('b', 'long', '800', '2027-08-30')];
    expect(total(positions, elect)).toBe(total(positions));
  });
});

describe('(A)(4), (F)(5): governments deliverable against futures', () => {
  const future = position('f', 'treasury_future', {
    direction: 'short',
    notional: '800',
    maturity: '2026-09-30',
    deliverableMaturity: '2030-08-15',
  });
  it('count at the contract value of the futures where the dealer includes them', () => {
    const positions = [note('a', 'long', '1000', '2030-06-30'), future];
    // 3 % of 1,000; with the future 3 % of 200 net in the subcategory.
    expect([total(positions), total(positions, { deliverables: 'include' })]).toEqual(['30', '6']);
  });
  it('have a named failure otherwise', () => {
    expect(compute([future]).node.failures[0]).toMatchObject({ reason: 'NOT_APPLICABLE', positionIds: ['f'] });
    const unknown = { ...future, notional: null };
    expect(compute([unknown], { deliverables: 'include' }).node.failures[0]).toMatchObject({ reason: 'MISSING_DATA', positionIds: ['f'] });
  });
  it('(F)(5) hedge corporates too: 1.5 % of 800 and 6 % of 200', () => {
    const positions = [bond('c', 'long', '1000', '2030-06-30'), future];
    expect(total(positions, { deliverables: 'include', corporateHedges: 'elect' })).toBe('24');
  });
});

describe('(A)(5): a government securities dealer', () => {
  it('deducts 75 percent of what (A) asks, and no less of anything else', () => {
    const positions = [note('a', 'long', '1000', '2030-06-30'), bond('c', 'long', '1000', '2030-06-30')];
    expect([total(positions), total(positions, { governmentDealer: 'yes' })]).toEqual(['90', '82.5']);
  });
});

describe('(C): Canadian governments', () => {
  it('have the percentages of (A), and do not offset those of the United States', () => {
    const canada = (id: string, direction: 'long' | 'short', value: string, maturity: string) =>
      debt(id, 'canadian_government', direction, value, maturity);
    expect(total([canada('a', 'long', '1000', '2030-06-30')])).toBe('30');
    expect(total([canada('a', 'long', '1000', '2030-06-30'), canada('b', 'short', '800', '2032-06-30')])).toBe('17');
    expect(total([canada('a', 'long', '1000', '2030-06-30'), note('b', 'short', '1000', '2030-06-30')])).toBe('60');
  });
});

describe('(F)(2)-(4): hedged nonconvertible debt', () => {
  const elect = { corporateHedges: 'elect' };
  it.each([
    // Unhedged: percentage of (F)(1) on 1,000 and of (A) on 1,000 of governments; hedged: (F)(3) on 1,000.
    ['(2)(i), (3)(i) under 5 years, within 6 months', '2030-01-31', '2030-07-31', '90', '15'],
    ['(2)(i) more than 6 months apart', '2030-01-31', '2030-08-31', '90', '90'],
    ['(2)(ii), (3)(ii) 5 to 10 years, within 9 months', '2033-01-31', '2033-10-31', '110', '25'],
    ['(2)(ii) more than 9 months apart', '2033-01-31', '2033-11-30', '110', '110'],
    ['(2)(iii), (3)(iii) 10 to 15 years, within 2 years', '2037-01-31', '2039-01-31', '120', '27.5'],
    ['(2)(iv), (3)(iv) 15 years or more, within 10 years', '2043-01-31', '2052-06-30', '140', '30'],
    ['not across the classes of (2)', '2031-06-29', '2031-07-01', '100', '100'],
  ])('with governments: %s', (_name, corporate, government, without, hedged) => {
    const positions = [bond('c', 'long', '1000', corporate), note('g', 'short', '1000', government)];
    expect([total(positions), total(positions, elect)]).toEqual([without, hedged]);
  });

  it.each([
    // Unhedged: the greater side of the band; hedged: (F)(4) on 1,000.
    ['(4)(i) under 5 years', '2030-01-31', '2030-07-31', '60', '17.5'],
    ['(4)(ii) 5 to 10 years', '2033-01-31', '2033-10-31', '70', '30'],
    ['(4)(iii) 10 to 15 years', '2037-01-31', '2039-01-31', '75', '32.5'],
    ['(4)(iv) 15 years or more: bands of 20 and of 25 years', '2048-01-31', '2052-06-30', '175', '35'],
  ])('with such debt: %s', (_name, long, short, without, hedged) => {
    const positions = [bond('c', 'long', '1000', long), bond('d', 'short', '1000', short)];
    expect([total(positions), total(positions, elect)]).toEqual([without, hedged]);
  });

  it('charges what is not hedged as usual', () => {
    // 6 % of 400 left of the corporate, 1.5 % of 600.
    expect(total([bond('c', 'long', '1000', '2030-01-31'), note('g', 'short', '600', '2030-01-31')], elect)).toBe('33');
  });

  it('is not used where it costs more: a government that offsets another one', () => {
    // Under a year the corporate asks 2 %; the hedge would ask 1.5 % and leave the long government 1 % alone: 15 + 10 against 20.
    const positions = [
      bond('c', 'long', '1000', '2027-05-30'),
      note('g', 'short', '1000', '2027-05-30'),
      note('h', 'long', '1000', '2027-05-30'),
    ];
    expect([total(positions), total(positions, elect)]).toEqual(['20', '20']);
  });

  it('is not taken unless it is elected, nor by convertible debt or debt of more than minimal credit risk', () => {
    const positions = [bond('c', 'long', '1000', '2030-01-31'), note('g', 'short', '1000', '2030-01-31')];
    expect(total(positions)).toBe('90');
    const risky = [
      debt('c', 'corporate_bond', 'long', '1000', '2030-01-31', { creditRisk: 'more' }),
      note('g', 'short', '1000', '2030-01-31'),
    ];
    expect(total(risky, elect)).toBe('180');
  });
});

describe('elections in any portfolio', () => {
  const maturity = fc.constantFrom(
    '2027-04-30',
    '2027-06-15',
    '2027-08-30',
    '2029-03-31',
    '2029-09-30',
    '2033-01-31',
    '2035-05-31',
    '2037-02-28',
    '2044-01-31',
    '2050-01-31',
  );
  const portfolio = fc
    .array(
      fc.record({
        product: fc.constantFrom('treasury' as const, 'corporate_bond' as const, 'agency_security' as const),
        direction: fc.constantFrom('long' as const, 'short' as const),
        value: fc.integer({ min: 0, max: 2000 }).map(String),
        maturity,
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((rows) => rows.map((row, i) => debt(`p${i}`, row.product, row.direction, row.value, row.maturity)));
  const elections = { crossCategory: 'elect', corporateHedges: 'elect' };

  it('never raise the deduction, leave nothing negative, and add up to it exactly', () => {
    fc.assert(
      fc.property(portfolio, (positions) => {
        const [plain, elected] = [compute(positions), compute(positions, elections)];
        expect(elected.node.amount.lte(plain.node.amount)).toBe(true);
        expect([...elected.contributions.values()].every((share) => share.gte(0))).toBe(true);
        expect(sumDecimals(elected.contributions.values()).eq(elected.node.amount)).toBe(true);
        const paths = elected.node.children.flatMap(({ children }) => children.map(({ path }) => path));
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(portfolio, (positions) => {
        const bytes = (rows: readonly Position[]) =>
          JSON.stringify(compute(rows, elections).node.children.map(({ amount, path }) => [path, amount]));
        expect(bytes(positions.toReversed())).toBe(bytes(positions));
      }),
    );
  });

  it('are homogeneous: twice the positions, twice the deduction', () => {
    fc.assert(
      fc.property(portfolio, (positions) => {
        const doubled = positions.map((one) => ({ ...one, marketValue: one.marketValue?.times(2) ?? null }));
        expect(compute(doubled, elections).node.amount.eq(compute(positions, elections).node.amount.times(2))).toBe(true);
      }),
    );
  });
});
