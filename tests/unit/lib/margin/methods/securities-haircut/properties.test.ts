import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { MarginNode } from '@/lib/margin/methods/margin-node';
import { SECURITIES_HAIRCUT_METHOD } from '@/lib/margin/methods/securities-haircut/securities-haircut-method';
import { CREDIT_RISKS, FUND_ASSETS, MARKETS, type Position } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { nettingSet, type PositionFacts, position } from '@/tests/support/positions';
import { optionAccount } from '@/tests/support/random-options';

type Settings = Readonly<Record<string, string>>;
const compute = (positions: readonly Position[], parameters: Settings = {}) =>
  SECURITIES_HAIRCUT_METHOD.compute(nettingSet(...positions), parameters, methodContext());

const PRODUCTS = [
  'equity',
  'preferred_stock',
  'convertible_bond',
  'corporate_bond',
  'municipal_bond',
  'municipal_note',
  'treasury',
  'canadian_government',
  'money_market_fund',
  'fund',
  'commercial_paper',
  'certificate_of_deposit',
  'cds_single_name',
  'equity_swap',
  'treasury_future',
] as const;
const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const row = fc.record({
  product: fc.constantFrom(...PRODUCTS),
  direction: fc.constantFrom('long' as const, 'short' as const),
  notional: fc.integer({ min: 0, max: 5000 }),
  value: fc.integer({ min: 0, max: 5000 }),
  maturity: fc.constantFrom('2026-07-15', '2027-04-30', '2027-08-30', '2029-05-31', '2033-01-31', '2041-06-30'),
  underlier: fc.constantFrom('XYZ', 'ABC', 'Q'),
  referenceEntity: fc.constantFrom('XYZ', 'ABC'),
  spreadBp: fc.constantFrom('80', '150', '900'),
  sector: maybe('Steel'),
  market: maybe(...MARKETS),
  creditRisk: maybe(...CREDIT_RISKS),
  fundAssets: maybe(...FUND_ASSETS),
  redemptionDate: maybe('2026-08-01'),
  deliverableMaturity: maybe('2033-03-31'),
});
const portfolio: fc.Arbitrary<Position[]> = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 14 }), optionAccount)
  .map(([rows, options]) => [
    ...rows.map(({ product, value, notional, ...rest }, i) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, fact]) => fact !== undefined)) as PositionFacts;
      return position(`r${i}`, product, {
        ...given,
        notional: String(notional),
        marketValue: rest.direction === 'long' ? `${value}` : `-${value}`,
      });
    }),
    ...options.slice(0, 4),
  ]);
const settings: fc.Arbitrary<Settings> = fc.record({
  governments: fc.constantFrom('categories', 'subcategories'),
  crossCategory: fc.constantFrom('none', 'elect'),
  governmentDealer: fc.constantFrom('no', 'yes'),
  deliverables: fc.constantFrom('none', 'include'),
  corporateHedges: fc.constantFrom('none', 'elect'),
  equitySwaps: fc.constantFrom('percentage', 'appendix-a'),
  view: fc.constantFrom('dealer', 'counterparty'),
  steps: fc.constant('25'),
});

function nodesOf(node: MarginNode): MarginNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}
const times = (amount: Decimal | null, factor: number) => (amount === null ? null : amount.times(factor));

describe('securities haircuts of any portfolio', () => {
  it('add up exactly, no part of the set is negative, and sibling paths differ', () => {
    fc.assert(
      fc.property(portfolio, settings, (positions, parameters) => {
        const { node, contributions, standalone } = compute(positions, parameters);
        expect(sumDecimals(node.children.map(({ amount }) => amount)).eq(node.amount)).toBe(true);
        expect(sumDecimals(contributions.values()).eq(node.amount)).toBe(true);
        expect(node.children.every(({ amount }) => amount.gte(0))).toBe(true);
        for (const { children } of nodesOf(node)) expect(new Set(children.map(({ path }) => path)).size).toBe(children.length);
        expect([...contributions.keys()].every((id) => standalone.has(id))).toBe(true);
      }),
    );
  });

  it('give every position an amount or a failure', () => {
    fc.assert(
      fc.property(portfolio, settings, (positions, parameters) => {
        const { node, contributions } = compute(positions, parameters);
        const failed = nodesOf(node).flatMap(({ failures }) => failures.flatMap(({ positionIds }) => positionIds));
        const named = [...contributions.keys(), ...failed].sort();
        expect(named).toEqual(positions.map(({ positionId }) => positionId).sort());
      }),
    );
  });

  it('do not change with the order of positions', () => {
    fc.assert(
      fc.property(portfolio, settings, (positions, parameters) => {
        const bytes = (rows: readonly Position[]) =>
          JSON.stringify(nodesOf(compute(rows, parameters).node).map(({ path, amount, inputs }) => [path, amount, inputs]));
        expect(bytes(positions.toReversed())).toBe(bytes(positions));
      }),
      { numRuns: 50 },
    );
  });

  it('are homogeneous: twice the positions, twice the deduction', () => {
    fc.assert(
      fc.property(portfolio, settings, (positions, parameters) => {
        const doubled = positions.map((one) => ({
          ...one,
          quantity: times(one.quantity, 2),
          notional: times(one.notional, 2),
          marketValue: times(one.marketValue, 2),
        }));
        const difference = compute(doubled, parameters).node.amount.minus(compute(positions, parameters).node.amount.times(2));
        expect(difference.abs().lte('1e-25')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('an exact hedge never raises the deduction on one position, but where (J), (K)(ii) or (vii) charge the lesser side, or a contract has a minimum', () => {
    fc.assert(
      fc.property(portfolio, settings, ([first], parameters) => {
        if (first === undefined) return;
        const hedge: Position = {
          ...first,
          positionId: 'hedge',
          direction: first.direction === 'long' ? 'short' : 'long',
          marketValue: first.marketValue?.neg() ?? null,
        };
        const hedged = compute([first, hedge], parameters).node;
        const raising = hedged.children.some(({ path }) => /paragraph-(j|k|vii)$|appendix-a$/.test(path));
        expect(raising || hedged.amount.lte(compute([first], parameters).node.amount)).toBe(true);
      }),
    );
  });
});
