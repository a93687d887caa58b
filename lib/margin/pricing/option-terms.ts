import type { Decimal } from '@/lib/core/decimal';

/** What an option pays and the market that it is priced in; rates and yields are continuously compounded ratios by year. */
export interface OptionTerms {
  readonly kind: 'call' | 'put';
  readonly style: 'european' | 'american';
  /** For one unit of the underlier, above 0. */
  readonly strike: Decimal;
  /** Whole days until the option expires, not negative; a year has 365. */
  readonly days: number;
  /** Volatility by year as a ratio, not negative. */
  readonly volatility: Decimal;
  readonly interestRate: Decimal;
  /** What the underlier yields its owner; for an option on a future the interest rate. */
  readonly dividendYield: Decimal;
}

/** Theoretical values are whole multiples of 10^-16 of the currency, rounded half up. */
export const VALUE_PLACES = 16n;
