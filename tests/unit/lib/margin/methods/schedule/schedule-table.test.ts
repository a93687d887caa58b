import { describe, expect, it } from 'vitest';
import { SCHEDULE_METHOD } from '@/lib/margin/methods/schedule/schedule-method';
import { SCHEDULE_FIGURES } from '@/lib/margin/methods/schedule/schedule-table';
import type { Product } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { nettingSet, type PositionFacts, position } from '@/tests/support/positions';

const CONTEXT = methodContext();

function grossOf(product: Product, facts: PositionFacts, parameters: Record<string, string> = {}): string {
  return SCHEDULE_METHOD.compute(
    nettingSet(position('P1', product, { notional: '1000000', ...facts })),
    parameters,
    CONTEXT,
  ).node.amount.toString();
}

describe('17 CFR 23.154(c)(1), standardized initial margin schedule, on a notional of 1,000,000', () => {
  it.each<[Product, string, string]>([
    ['cds_single_name', '1.9', '20000'],
    ['cds_single_name', '3', '50000'],
    ['cds_single_name', '5.1', '100000'],
    ['cds_index', '0', '20000'],
    ['cds_index', '4.99', '50000'],
    ['cds_index', '12', '100000'],
    ['cross_currency_swap', '1', '10000'],
    ['cross_currency_swap', '4', '20000'],
    ['cross_currency_swap', '7', '40000'],
    ['interest_rate_swap', '1', '10000'],
    ['interest_rate_swap', '4', '20000'],
    ['interest_rate_swap', '30', '40000'],
    ['inflation_swap', '6', '40000'],
    ['swaption', '2.5', '20000'],
    ['commodity_swap', '1', '150000'],
    ['commodity_swap', '9', '150000'],
    ['equity_swap', '1', '150000'],
    ['equity_index_swap', '9', '150000'],
    ['fx_forward', '0.1', '60000'],
    ['fx_swap', '3', '60000'],
    ['fx_option', '9', '60000'],
    ['mixed_swap', '1', '150000'],
    ['other_swap', '1', '150000'],
    ['digital_asset_derivative', '1', '150000'],
  ])('%s of duration %s years: %s', (product, duration, expected) => {
    expect(grossOf(product, { duration })).toBe(expected);
  });

  it('lists its 13 figures as the rule prints them', () => {
    expect(SCHEDULE_FIGURES.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'Credit: 0-2 year duration 2',
      'Credit: 2-5 year duration 5',
      'Credit: 5+ year duration 10',
      'Commodity 15',
      'Equity 15',
      'Foreign exchange/currency 6',
      'Cross-currency swaps: 0-2 year duration 1',
      'Cross-currency swaps: 2-5 year duration 2',
      'Cross-currency swaps: 5+ year duration 4',
      'Interest rate: 0-2 year duration 1',
      'Interest rate: 2-5 year duration 2',
      'Interest rate: 5+ year duration 4',
      'Other 15',
    ]);
    expect(SCHEDULE_FIGURES.every(({ citation }) => citation?.paragraph === '17 CFR 23.154(c)(1)')).toBe(true);
  });
});

describe('the band of duration', () => {
  it.each([
    ['2', 'lower', '10000'],
    ['2', 'upper', '20000'],
    ['5', 'lower', '20000'],
    ['5', 'upper', '40000'],
    ['2.0000000001', 'lower', '20000'],
  ])('duration of exactly %s years, edge in the %s band: %s', (duration, bandEdge, expected) => {
    expect(grossOf('interest_rate_swap', { duration }, { bandEdge })).toBe(expected);
  });

  it.each([
    ['2028-06-30', '10000'],
    ['2028-07-01', '20000'],
    ['2031-06-30', '20000'],
    ['2031-07-01', '40000'],
    ['2026-06-30', '10000'],
  ])('takes the time to a maturity of %s where no duration is given: %s', (maturity, expected) => {
    expect(grossOf('interest_rate_swap', { maturity })).toBe(expected);
  });

  it('says that the time to maturity stands in, and which band the edges count in', () => {
    const { node } = SCHEDULE_METHOD.compute(
      nettingSet(position('P1', 'interest_rate_swap', { notional: '1', maturity: '2029-01-01' })),
      {},
      CONTEXT,
    );
    expect(node.assumptions.join(' ')).toContain('time to maturity stands in for the duration of 1 trades');
    expect(node.assumptions.join(' ')).toContain('lower band');
  });

  it('takes the duration where both are given', () => {
    expect(grossOf('cds_single_name', { duration: '1.5', maturity: '2036-01-01' })).toBe('20000');
  });
});
