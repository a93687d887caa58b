import fc from 'fast-check';
import type { Classification } from '@/lib/margin/classification/regime';
import type { Position, Product } from '@/lib/margin/portfolio/position';
import { classified, type PositionFacts, position } from './positions';

const PRODUCTS: readonly Product[] = [
  'cds_single_name',
  'cds_single_name',
  'cds_single_name',
  'cds_index',
  'equity_swap',
  'equity_swap',
  'equity_index_swap',
  'interest_rate_swap',
  'cross_currency_swap',
  'fx_forward',
  'commodity_swap',
  'other_swap',
  'corporate_bond',
  'corporate_bond',
  'treasury',
  'equity',
  'preferred_stock',
  'convertible_bond',
  'municipal_bond',
  'equity_option',
  'treasury_future',
  'mixed_swap',
];
const MATURITIES = [
  '2026-08-15',
  '2027-05-20',
  '2027-08-20',
  '2028-06-30',
  '2031-04-20',
  '2031-08-20',
  '2034-01-01',
  '2041-06-30',
  '2020-01-01',
];

const cents = (max: bigint) => fc.bigInt({ min: 0n, max }).map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 12, nil: null });

/** Facts of every kind, some absent, drawn from few names so that the offset rules have something to do. */
const facts: fc.Arbitrary<PositionFacts & { product: Product }> = fc.record({
  product: fc.constantFrom(...PRODUCTS),
  direction: fc.constantFrom('long' as const, 'short' as const),
  counterparty: maybe(fc.constantFrom('Alder', 'Birch', 'Cedar')),
  nettingAgreement: maybe(fc.constantFrom('one', 'two')),
  account: maybe(fc.constantFrom('A1', 'A2')),
  notional: maybe(cents(100_000_000_00n)),
  marketValue: maybe(fc.tuple(fc.boolean(), cents(3_000_000_00n)).map(([negative, text]) => (negative ? `-${text}` : text))),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
  fxRate: maybe(fc.constantFrom('1.0837', '0.333333')),
  maturity: maybe(fc.constantFrom(...MATURITIES)),
  spreadBp: maybe(fc.constantFrom('50', '100.5', '150', '299', '301', '650', '900')),
  duration: fc.option(fc.constantFrom('0.5', '2', '4.4', '9'), { freq: 2, nil: null }),
  sector: maybe(fc.constantFrom('Steel', 'Banks')),
  referenceEntity: maybe(fc.constantFrom('Acme', 'Birch Co', 'Cedar Co')),
  creditEvents: maybe(fc.constantFrom('XR14', 'CR14')),
  deliverableBasket: maybe(fc.constant('senior')),
  underlier: maybe(fc.constantFrom('U1', 'U2')),
});

export interface RandomPortfolio {
  readonly positions: readonly Position[];
  readonly classifications: readonly Classification[];
}

/** Portfolios of up to 40 positions over all products, regimes, currencies and gaps. */
export const randomPortfolio: fc.Arbitrary<RandomPortfolio> = fc.array(facts, { minLength: 1, maxLength: 40 }).map((rows) => {
  const positions = rows.map(({ product, ...rest }, i) => position(`p${i}`, product, rest));
  return { positions, classifications: classified(positions) };
});
