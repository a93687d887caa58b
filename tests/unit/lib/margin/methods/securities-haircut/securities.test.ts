import { describe, expect, it } from 'vitest';
import { SECURITIES_HAIRCUT_METHOD } from '@/lib/margin/methods/securities-haircut/securities-haircut-method';
import type { Position, Product } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { cds, equitySwap, nettingSet, position } from '@/tests/support/positions';

const CONTEXT = methodContext();
const total = (positions: readonly Position[], parameters: Record<string, string> = {}) =>
  SECURITIES_HAIRCUT_METHOD.compute(nettingSet(...positions), parameters, CONTEXT).node.amount.toString();
const security = (
  id: string,
  product: Product,
  direction: 'long' | 'short',
  value: string,
  maturity: string | null = null,
  notional: string | null = null,
) => position(id, product, { direction, marketValue: direction === 'long' ? value : `-${value}`, maturity, notional });

describe('(P)(2) with (J): equity swaps at their notional', () => {
  it.each([
    ['one side only', ['1000'], [], '150'],
    ['a lesser side up to 25 percent of the greater', ['1000'], ['250'], '150'],
    ['a lesser side beyond 25 percent', ['1000'], ['400'], '172.5'],
    ['equal sides', ['600', '400'], ['1000'], '262.5'],
    ['the short side the greater', ['200'], ['1000'], '150'],
  ])('%s', (_, longs, shorts, expected) => {
    const swaps = [...longs.map((n, i) => equitySwap(`l${i}`, 'long', n)), ...shorts.map((n, i) => equitySwap(`s${i}`, 'short', n))];
    expect(total(swaps)).toBe(expected);
  });

  it('sums equities and equity swaps on one side (comparable positions in the reference security)', () => {
    expect(total([security('e', 'equity', 'long', '600'), equitySwap('s', 'short', '600')])).toBe('157.5');
  });

  it('reads a swap on an index as a security of (J)', () => {
    expect(total([position('i', 'equity_index_swap', { notional: '100' })])).toBe('15');
  });

  it('needs the notional', () => {
    const { node } = SECURITIES_HAIRCUT_METHOD.compute(nettingSet(equitySwap('e', 'long', '1', { notional: null })), {}, CONTEXT);
    expect(node.failures[0]).toMatchObject({ reason: 'MISSING_DATA', positionIds: ['e'] });
  });
});

describe('(A)(1): governments', () => {
  it.each([
    ['2026-09-29', '0'],
    ['2026-09-30', '5'],
    ['2026-12-30', '7.5'],
    ['2027-03-30', '10'],
    ['2027-06-30', '15'],
    ['2028-06-30', '20'],
    ['2029-06-30', '30'],
    ['2031-06-30', '40'],
    ['2036-06-30', '45'],
    ['2041-06-30', '50'],
    ['2046-06-30', '55'],
    ['2051-06-30', '60'],
  ])('1,000 maturing on %s: %s', (maturity, expected) => {
    expect(total([security('g', 'treasury', 'long', '1000', maturity)])).toBe(expected);
  });

  it('nets long and short within a subcategory', () => {
    expect(
      total([security('a', 'treasury', 'long', '1000', '2029-07-15'), security('b', 'agency_security', 'short', '400', '2030-01-15')]),
    ).toBe('18');
  });

  it('takes the net of long and short deductions of a category plus half of the lesser', () => {
    // category 3: long 3 % × 1000 = 30, short 4 % × 500 = 20: |30 − 20| + 10 = 20
    expect(total([security('a', 'treasury', 'long', '1000', '2029-07-15'), security('b', 'treasury', 'short', '500', '2032-01-15')])).toBe(
      '20',
    );
  });

  it('does not offset across categories: the election of (A)(3) is not taken', () => {
    expect(total([security('a', 'treasury', 'long', '1000', '2028-07-15'), security('b', 'treasury', 'short', '1000', '2029-07-15')])).toBe(
      '50',
    );
  });
});

describe('(B)(2), (F)(1), (G), (H): the greater of long and short', () => {
  it.each<[Product, string, string]>([
    ['municipal_bond', '2027-01-01', '10'],
    ['municipal_bond', '2027-07-01', '20'],
    ['municipal_bond', '2028-07-01', '30'],
    ['municipal_bond', '2029-12-30', '40'],
    ['municipal_bond', '2031-07-01', '50'],
    ['municipal_bond', '2033-07-01', '55'],
    ['municipal_bond', '2036-07-01', '60'],
    ['municipal_bond', '2041-07-01', '65'],
    ['municipal_bond', '2046-07-01', '70'],
    ['corporate_bond', '2027-01-01', '20'],
    ['corporate_bond', '2027-07-01', '30'],
    ['corporate_bond', '2028-07-01', '50'],
    ['corporate_bond', '2029-07-01', '60'],
    ['corporate_bond', '2031-07-01', '70'],
    ['corporate_bond', '2036-07-01', '75'],
    ['corporate_bond', '2041-07-01', '80'],
    ['corporate_bond', '2046-07-01', '85'],
    ['corporate_bond', '2051-07-01', '90'],
  ])('%s of 1,000 maturing on %s: %s', (product, maturity, expected) => {
    expect(total([security('b', product, 'long', '1000', maturity)])).toBe(expected);
  });

  it('(F)(1) charges the greater side of a band, each band for itself', () => {
    const band = [
      security('a', 'corporate_bond', 'long', '1000', '2032-01-01'),
      security('b', 'corporate_bond', 'short', '800', '2034-01-01'),
    ];
    expect(total(band)).toBe('70');
    expect(total([...band, security('c', 'corporate_bond', 'short', '1000', '2027-01-01')])).toBe('90');
  });

  it('(G) treats a convertible at or above its principal by (J), below by (F)', () => {
    expect(total([security('c', 'convertible_bond', 'long', '1000', '2032-01-01', '1000')])).toBe('150');
    expect(total([security('c', 'convertible_bond', 'long', '999', '2032-01-01', '1000')])).toBe('69.93');
  });

  it('(H) charges 10 percent of the greater side of preferred stock', () => {
    expect(total([security('p', 'preferred_stock', 'long', '500'), security('q', 'preferred_stock', 'short', '700')])).toBe('70');
  });
});

describe('what the method has no rule for', () => {
  it.each<[Product, string]>([
    ['interest_rate_swap', 'NO_RULE'],
    ['fx_forward', 'NO_RULE'],
    ['mixed_swap', 'NO_RULE'],
    ['future_option', 'NOT_APPLICABLE'],
    ['repo', 'NO_RULE'],
    ['treasury_future', 'NOT_APPLICABLE'],
  ])('%s: %s', (product, reason) => {
    const set = nettingSet(position('x', product, { notional: '100', maturity: '2030-01-01', marketValue: '1' }));
    const { node } = SECURITIES_HAIRCUT_METHOD.compute(set, {}, CONTEXT);
    expect(node.amount.isZero()).toBe(true);
    expect(node.failures[0]).toMatchObject({ reason, positionIds: ['x'] });
  });

  it('takes the CFTC table in its place only where the framework says so, and says that it is no rule', () => {
    const rates = [
      position('r', 'interest_rate_swap', { notional: '1000', duration: '7', marketValue: '3' }),
      position('f', 'fx_forward', { notional: '1000', marketValue: '-3' }),
    ];
    expect(total(rates, { fallback: 'schedule' })).toBe('100');
    expect(total(rates, { fallback: 'schedule-netted' })).toBe('40');
    const { node } = SECURITIES_HAIRCUT_METHOD.compute(nettingSet(...rates), { fallback: 'schedule' }, CONTEXT);
    expect(node.children[0]?.assumptions[0]).toContain('not a rule');
  });

  it('refuses a setting that it does not know', () => {
    expect(() => total([equitySwap('e', 'long', '1')], { fallback: 'guess' })).toThrow(RangeError);
  });
});

describe('the side that long and short are read from', () => {
  it('turns with the setting view', () => {
    const sold = [cds('s', 'short', '100', '2031-03-20', '150', { marketValue: '-2' })];
    expect(total(sold)).toBe('7');
    expect(total(sold, { view: 'counterparty' })).toBe('2');
  });
});
