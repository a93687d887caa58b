import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { intrinsic, type OptionLine } from './strategy-line';

/** A leg of a spread: contracts of a line. */
export interface SpreadLeg {
  readonly option: OptionLine;
  readonly contracts: Decimal;
}

/** What a leg pays at expiry at a price of the underlier; negative on the short side. */
export function payoff({ option, contracts }: SpreadLeg, price: Decimal): Decimal {
  const paid = intrinsic(option, price).times(option.units).times(contracts);
  return option.long ? paid : paid.neg();
}

/** The largest loss at expiry of a balanced spread: the worst sum of intrinsic values at any exercise price; 0 where there is none. */
export function largestLoss(legs: readonly SpreadLeg[]): { readonly loss: Decimal; readonly at: Decimal | null } {
  let loss = ZERO;
  let at: Decimal | null = null;
  for (const strike of strikesOf(legs.map(({ option }) => option))) {
    const here = sumDecimals(legs.map((leg) => payoff(leg, strike))).neg();
    if (here.gt(loss)) {
      loss = here;
      at = strike;
    }
  }
  return { loss, at };
}

/** Whether long and short calls, and long and short puts, are on equal units of the underlier: else a loss may have no end. */
export function isBalanced(legs: readonly SpreadLeg[]): boolean {
  return (['call', 'put'] as const).every((kind) =>
    sumDecimals(
      legs
        .filter(({ option }) => option.kind === kind)
        .map(({ option, contracts }) => option.units.times(contracts).times(option.long ? 1 : -1)),
    ).isZero(),
  );
}

/** The different exercise prices, rising. */
export function strikesOf(options: readonly OptionLine[]): Decimal[] {
  const strikes = new Map(options.map(({ strike }) => [strike.toString(), strike]));
  return [...strikes.values()].sort((a, b) => a.cmp(b));
}

/** Every last expiry of short options; a spread of it has shorts that expire by then and longs that live until then. */
export function spreadExpiries(options: readonly OptionLine[]): string[] {
  return [...new Set(options.filter(({ long }) => !long).map(({ expiry }) => expiry))].sort();
}

export function mayJoin(option: OptionLine, expiry: string): boolean {
  return option.long ? option.expiry >= expiry : option.expiry <= expiry;
}
