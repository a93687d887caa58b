import fc from 'fast-check';
import type { Position } from '@/lib/margin/portfolio/position';
import { basketStock, indexOption, stock, stockOption } from './portfolio-margin';
import { position } from './positions';

const side = fc.constantFrom('long' as const, 'short' as const);
const contracts = fc.integer({ min: 1, max: 20 }).map(String);

const onStock = fc
  .record({
    side,
    kind: fc.constantFrom('call' as const, 'put' as const),
    strike: fc.constantFrom('80', '95', '100', '110', '130'),
    contracts,
    underlier: fc.constantFrom('XYZ', 'ABC'),
    style: fc.constantFrom('european' as const, 'american' as const),
    vol: fc.constantFrom('0', '0.2', '0.35', null),
    rate: fc.constantFrom('0', '0.05'),
  })
  .map(
    (o) =>
      (id: string): Position =>
        stockOption(id, o.side, o.kind, o.strike, o.contracts, {
          underlier: o.underlier,
          exerciseStyle: o.style,
          impliedVol: o.vol,
          interestRate: o.rate,
        }),
  );

const INDEXES = [
  ['H1', 'high_cap_index', 'G1', 'M'],
  ['H2', 'high_cap_index', 'G1', 'M'],
  ['N1', 'non_high_cap_index', 'G2', 'M'],
  ['N2', 'non_high_cap_index', 'G2', 'M'],
  ['T1', 'narrow_index', 'G3', undefined],
] as const;

const index = fc.constantFrom(...INDEXES);
const onIndex = fc
  .record({
    side,
    kind: fc.constantFrom('call' as const, 'put' as const),
    strike: fc.constantFrom('500', '950', '1000', '1100'),
    contracts,
    index,
  })
  .map((o) => (id: string): Position => {
    const [underlier, underlierClass, productGroup, marketGroup] = o.index;
    return indexOption(id, o.side, o.kind, o.strike, o.contracts, {
      underlier,
      underlierClass,
      productGroup,
      marketGroup,
      impliedVol: '0.2',
    });
  });
const basket = fc.record({ side, value: fc.integer({ min: 1, max: 900 }), index }).map((o) => (id: string): Position => {
  const [underlier, underlierClass, productGroup, marketGroup] = o.index;
  return { ...basketStock(id, o.side, `${o.value}000`, underlier), underlierClass, productGroup, ...(marketGroup && { marketGroup }) };
});
const shares = fc.record({ side, value: fc.integer({ min: 1, max: 300 }), underlier: fc.constantFrom('XYZ', 'ABC') }).map(
  (o) =>
    (id: string): Position =>
      stock(id, o.side, `${o.value}000`, { underlier: o.underlier }),
);
const future = fc.record({ side, contracts }).map((o) => (id: string): Position => {
  const facts = { direction: o.side, underlier: 'XYZ', quantity: o.contracts, multiplier: '100', price: '101' };
  return position(id, 'security_future', facts);
});

/** Accounts of up to a dozen options on stocks and indexes, stocks, baskets and futures. */
export const optionAccount: fc.Arbitrary<Position[]> = fc
  .array(fc.oneof(onStock, onIndex, basket, shares, future), { minLength: 1, maxLength: 12 })
  .map((makers) => makers.map((make, i) => make(`p${i}`)));
