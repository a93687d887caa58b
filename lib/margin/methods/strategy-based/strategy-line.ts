import { type Decimal, ZERO } from '@/lib/core/decimal';
import type { Figure } from './strategy-figures';

interface LineFacts {
  readonly key: string;
  readonly long: boolean;
  /** Contracts or shares, above 0. */
  readonly quantity: Decimal;
  /** Market value of one contract or share in the calculation currency, not negative. */
  readonly value: Decimal;
  readonly positions: readonly { readonly id: string; readonly quantity: Decimal }[];
}

export interface StockLine extends LineFacts {
  readonly kind: 'stock';
}

/** Contracts of one series on one side with one market value: what strategies take their legs from. */
export interface OptionLine extends LineFacts {
  readonly kind: 'call' | 'put';
  /** Units of the underlier in one contract. */
  readonly units: Decimal;
  /** For one unit, in the calculation currency. */
  readonly strike: Decimal;
  /** ISO date. */
  readonly expiry: string;
  readonly european: boolean;
  /** An index option: settled in cash. */
  readonly cashSettled: boolean;
  readonly broadIndex: boolean;
  readonly otc: boolean;
}

export type StrategyLine = StockLine | OptionLine;

/** What the strategies on one underlier are computed with. */
export interface StrategyMarket {
  /** Value of one unit of the underlier; null where nothing gives it. */
  readonly price: Decimal | null;
  readonly stage: 'initial' | 'maintenance';
  readonly leverage: Decimal;
  /** Whether a long option outside strategies is given credit when it has more than nine months. */
  readonly longTermCredit: boolean;
  readonly asOf: string;
  readonly currency: string;
}

/** One way to margin legs together: the amount for the ratio given of each line. */
export interface Strategy {
  readonly kind: string;
  readonly legs: readonly { readonly line: number; readonly ratio: Decimal }[];
  readonly amount: Decimal;
  readonly formula: string;
  readonly figures: readonly Figure[];
}

/** How far an option is in the money at a price, for one unit; 0 where it is not. */
export function intrinsic(option: Pick<OptionLine, 'kind' | 'strike'>, price: Decimal): Decimal {
  const gain = option.kind === 'call' ? price.minus(option.strike) : option.strike.minus(price);
  return gain.isNegative() ? ZERO : gain;
}

/** How far an option is out of the money at a price, for one unit; 0 where it is not. */
export function outOfTheMoney(option: Pick<OptionLine, 'kind' | 'strike'>, price: Decimal): Decimal {
  return intrinsic({ kind: option.kind === 'call' ? 'put' : 'call', strike: option.strike }, price);
}
