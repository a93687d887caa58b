import { expFixed } from './exponential';
import { divFixed, FIXED_ONE, type Fixed, fixedRatio, fixedToDouble, mulFixed, toFixedPoint } from './fixed';
import { lnRemembered } from './logarithm';
import type { OptionTerms } from './option-terms';
import { sqrtFixed } from './square-root';

/** How a lattice moves in one step, in doubles: the factors and the discounted probabilities. */
export interface LatticeStep {
  readonly up: number;
  readonly down: number;
  readonly upDiscounted: number;
  readonly downDiscounted: number;
}

/** The market of a lattice; the spot and the strike may change places between two options. */
export type LatticeTerms = Pick<OptionTerms, 'days' | 'volatility'> & { readonly rate: Fixed; readonly yields: Fixed };

/**
 * The lattice of Leisen and Reimer for an odd number of steps: p and p′ invert d₂ and d₁ by Peizer and Pratt's second method, u = e^((r−q)Δ) p′/p and
 * d = e^((r−q)Δ) (1 − p′)/(1 − p). Exponentials are computed in fixed point and rounded to the nearest double; after that come +, −, ×, ÷ and the square
 * root, which are correctly rounded on every machine.
 */
export function leisenReimer(terms: LatticeTerms, steps: number): (spot: Fixed, strike: Fixed) => LatticeStep {
  const { rate, yields } = terms;
  const n = BigInt(steps);
  const years = fixedRatio(BigInt(terms.days), 365n);
  const volatility = toFixedPoint(terms.volatility);
  const deviation = mulFixed(volatility, sqrtFixed(years));
  const inverse = divFixed(FIXED_ONE, deviation);
  const growth = fixedToDouble(expFixed(mulFixed(rate - yields, years) / n));
  const discount = fixedToDouble(expFixed(-mulFixed(rate, years) / n));
  const drift = mulFixed(rate - yields + (mulFixed(volatility, volatility) >> 1n), years);
  // (n + 1/6) / (n + 1/3 + 0.1/(n + 1))²
  const narrowing = fixedRatio(30n * (n + 1n), 30n * n * (n + 1n) + 10n * (n + 1n) + 3n);
  const factor = mulFixed(mulFixed(narrowing, narrowing), fixedRatio(6n * n + 1n, 6n));
  return (spot, strike) => {
    const d1 = mulFixed(lnRemembered(spot) - lnRemembered(strike) + drift, inverse);
    const above = invert(d1, factor);
    const [p, q] = invert(d1 - deviation, factor);
    return {
      up: (growth * above[0]) / p,
      down: (growth * above[1]) / q,
      upDiscounted: discount * p,
      downDiscounted: discount * q,
    };
  };
}

/** Keeps a probability of an option far in or out of the money off 0, where the factors have no value. */
const LEAST = 1e-30;

/** 1/2 ± √(1/4 − e/4) with e = e^(−z² factor), and what is left to 1; the smaller of them by the form that loses no digits. */
function invert(z: Fixed, factor: Fixed): readonly [p: number, rest: number] {
  const quarter = 0.25 * fixedToDouble(expFixed(-mulFixed(mulFixed(z, z), factor)));
  const small = Math.max(quarter / (0.5 + Math.sqrt(0.25 - quarter)), LEAST);
  return z < 0n ? [small, 1 - small] : [1 - small, small];
}
