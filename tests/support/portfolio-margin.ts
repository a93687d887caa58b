import type { MarginNode } from '@/lib/margin/methods/margin-node';
import type { MethodResult } from '@/lib/margin/methods/method';
import { THEORETICAL_PRICING_METHOD } from '@/lib/margin/methods/theoretical-pricing/theoretical-pricing-method';
import type { Position } from '@/lib/margin/portfolio/position';
import { methodContext } from './method-context';
import { nettingSet, type PositionFacts, position } from './positions';

type Side = 'long' | 'short';

/** A listed stock option on 100 units of XYZ at 100, of no volatility: worth what exercise pays, so that gains are worked by hand. */
export function stockOption(
  id: string,
  side: Side,
  kind: 'call' | 'put',
  strike: string,
  contracts: string,
  facts: PositionFacts = {},
): Position {
  return position(id, 'equity_option', {
    direction: side,
    underlier: 'XYZ',
    underlierPrice: '100',
    optionType: kind,
    exerciseStyle: 'european',
    strike,
    quantity: contracts,
    multiplier: '100',
    maturity: '2026-09-30',
    impliedVol: '0',
    interestRate: '0',
    dividendYield: '0',
    ...facts,
  });
}

/** An index option of no volatility on 100 units of an index at 1,000. */
export function indexOption(
  id: string,
  side: Side,
  kind: 'call' | 'put',
  strike: string,
  contracts: string,
  facts: PositionFacts = {},
): Position {
  return {
    ...stockOption(id, side, kind, strike, contracts, {
      underlier: 'BIG',
      underlierPrice: '1000',
      underlierClass: 'high_cap_index',
      ...facts,
    }),
    product: 'index_option',
  };
}

export function stock(id: string, side: Side, value: string, facts: PositionFacts = {}): Position {
  const amount = side === 'long' ? value : `-${value}`;
  return position(id, 'equity', { direction: side, underlier: 'XYZ', marketValue: amount, ...facts });
}

/** A stock of the qualified basket of an index. */
export function basketStock(id: string, side: Side, value: string, index = 'BIG'): Position {
  return stock(id, side, value, { underlier: `stock ${id}`, stockBasket: index });
}

export function portfolioMargin(positions: readonly Position[], parameters: Readonly<Record<string, string>> = {}): MethodResult {
  return THEORETICAL_PRICING_METHOD.compute(nettingSet(...positions), parameters, methodContext());
}

export function amountOf(positions: readonly Position[], parameters: Readonly<Record<string, string>> = {}): string {
  return portfolioMargin(positions, parameters).node.amount.toString();
}

/** An input of a node by its name. */
export function inputOf(node: MarginNode | undefined, name: string): string | undefined {
  return node?.inputs.find((input) => input.name === name)?.value;
}
