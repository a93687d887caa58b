import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { MarginNode } from '@/lib/margin/methods/margin-node';
import type { Position } from '@/lib/margin/portfolio/position';
import { inputOf, portfolioMargin } from '@/tests/support/portfolio-margin';
import { optionAccount } from '@/tests/support/random-options';

const settings = fc.record({
  rule: fc.constantFrom('appendix-a', 'finra-4210'),
  table: fc.constantFrom('broker-dealer', 'market-maker'),
  basketCharge: fc.constantFrom('added', 'minimum'),
  offsetScale: fc.constantFrom('0', '0.5', '1'),
  steps: fc.constant('25'),
});

const times = (amount: Decimal | null, factor: number) => (amount === null ? null : amount.times(factor));
const scaled = (account: readonly Position[], factor: number) =>
  account.map((one) => ({
    ...one,
    quantity: times(one.quantity, factor),
    notional: times(one.notional, factor),
    marketValue: times(one.marketValue, factor),
  }));
const mirrored = (account: readonly Position[]): Position[] =>
  account.map((one) => ({
    ...one,
    positionId: `${one.positionId} hedge`,
    direction: one.direction === 'long' ? 'short' : 'long',
    marketValue: one.marketValue?.neg() ?? null,
  }));

/** Every node that says it is a sum of its children, and every class, adds up exactly; the shares of positions add up to the total. */
function expectExact(node: MarginNode): void {
  if (node.children.length > 0) expect(sumDecimals(node.children.map(({ amount }) => amount)).eq(node.amount)).toBe(true);
  for (const child of node.children) expectExact(child);
}

describe('portfolio margin of any account', () => {
  it('adds up exactly: nodes, and the shares of positions; no requirement is negative', () => {
    fc.assert(
      fc.property(optionAccount, settings, (account, parameters) => {
        const { node, contributions, standalone } = portfolioMargin(account, parameters);
        expectExact(node);
        expect(sumDecimals(contributions.values()).eq(node.amount)).toBe(true);
        expect(node.children.every(({ amount }) => !amount.isNegative() || amount.isZero())).toBe(true);
        expect([...standalone.keys()].sort()).toEqual([...contributions.keys()].sort());
      }),
    );
  });

  it('does not change with the order of positions', () => {
    fc.assert(
      fc.property(optionAccount, settings, (account, parameters) => {
        const found = portfolioMargin(account, parameters);
        const turned = portfolioMargin(account.toReversed(), parameters);
        expect(JSON.stringify(turned.node)).toBe(JSON.stringify(found.node));
      }),
      { numRuns: 50 },
    );
  });

  it('is homogeneous: twice the positions, twice the margin', () => {
    fc.assert(
      fc.property(optionAccount, settings, (account, parameters) => {
        const once = portfolioMargin(account, parameters).node.amount;
        const twice = portfolioMargin(scaled(account, 2), parameters).node.amount;
        expect(twice.minus(once.times(2)).abs().lte('1e-25')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is no more than the sum of the positions alone and the charge on baskets of (C)(3)-(4)', () => {
    fc.assert(
      fc.property(optionAccount, settings, (account, parameters) => {
        const { node, standalone } = portfolioMargin(account, parameters);
        const baskets = sumDecimals(
          node.children.map((group) => inputOf(group, 'market value of the basket') ?? '0').map((value) => ZERO.plus(value)),
        );
        expect(node.amount.lte(sumDecimals([...standalone.values(), baskets.times('0.075')]).plus('1e-25'))).toBe(true);
      }),
    );
  });

  it('with an exact hedge of everything loses nothing: what is left is the minimum of (C)(2) and (5) and, of baskets, 5 % by the 95 % of (B)(1)(ii)', () => {
    fc.assert(
      fc.property(optionAccount, settings, (account, parameters) => {
        const plain = account.filter(({ stockBasket }) => stockBasket === undefined);
        const { node } = portfolioMargin([...plain, ...mirrored(plain)], parameters);
        for (const group of node.children) {
          expect(group.amount.eq(inputOf(group, 'minimum charge') ?? 'none')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('an exact hedge of the only position never raises the requirement above its loss, but for the minimum of (C)(2), (5)', () => {
    fc.assert(
      fc.property(optionAccount, settings, ([first], parameters) => {
        if (first === undefined) return;
        const alone = portfolioMargin([first], parameters).node;
        const hedged = portfolioMargin([first, ...mirrored([first])], parameters).node;
        const minimum = sumDecimals(hedged.children.map((group) => ZERO.plus(inputOf(group, 'minimum charge') ?? '0')));
        expect(hedged.amount.lte(alone.amount) || hedged.amount.eq(minimum)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('without offsets between classes is the sum of its classes', () => {
    fc.assert(
      fc.property(optionAccount, (account) => {
        const parameters = { offsetScale: '0', steps: '25' };
        const groupless = account.map(({ productGroup: _, ...one }) => one);
        const whole = portfolioMargin(groupless, parameters).node.amount;
        const underliers = [...new Set(groupless.map((one) => one.stockBasket ?? one.underlier))];
        const alone = underliers.map((underlier) =>
          portfolioMargin(
            groupless.filter((one) => (one.stockBasket ?? one.underlier) === underlier),
            parameters,
          ),
        );
        expect(sumDecimals(alone.map(({ node }) => node.amount)).eq(whole)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
