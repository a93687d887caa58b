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
 * The lattice of Leisen and Reimer for an odd number of steps: p and p′ invert d₂ and d₁ by Peizer and Pratt's second method, u = e^((r−q)Δ) p′/p,
 * d = (e^((r−q)Δ) − p u)/(1 − p). Computed in fixed point and rounded to the nearest double once.
 */
export function leisenReimer(terms: LatticeTerms, steps: number): (spot: Fixed, strike: Fixed) => LatticeStep {
  const { rate, yields } = terms;
  const n = BigInt(steps);
  const years = fixedRatio(BigInt(terms.days), 365n);
  const volatility = toFixedPoint(terms.volatility);
  const deviation = mulFixed(volatility, sqrtFixed(years));
  const inverse = divFixed(FIXED_ONE, deviation);
  const growth = expFixed(mulFixed(rate - yields, years) / n);
  const discount = expFixed(-mulFixed(rate, years) / n);
  const drift = mulFixed(rate - yields + (mulFixed(volatility, volatility) >> 1n), years);
  const narrowing = fixedRatio(30n * (n + 1n), 30n * n * (n + 1n) + 10n * (n + 1n) + 3n);
  const factor = fixedRatio(6n * n + 1n, 6n);
  /** 1/2 ± √(1/4 − e^(−(z / (n + 1/3 + 0.1/(n + 1)))² (n + 1/6)) / 4) */
  const invert = (z: Fixed): Fixed => {
    const scaled = mulFixed(z, narrowing);
    const root = sqrtFixed((FIXED_ONE - expFixed(-mulFixed(mulFixed(scaled, scaled), factor))) >> 2n);
    return (FIXED_ONE >> 1n) + (z < 0n ? -root : root);
  };
  return (spot, strike) => {
    const d1 = mulFixed(lnRemembered(spot) - lnRemembered(strike) + drift, inverse);
    const p = inside(invert(d1 - deviation));
    const up = mulFixed(growth, divFixed(inside(invert(d1)), p));
    const down = divFixed(growth - mulFixed(p, up), FIXED_ONE - p);
    return {
      up: fixedToDouble(up),
      down: fixedToDouble(down),
      upDiscounted: fixedToDouble(mulFixed(discount, p)),
      downDiscounted: fixedToDouble(mulFixed(discount, FIXED_ONE - p)),
    };
  };
}

const LEAST = FIXED_ONE >> 100n;

/** Keeps a probability of an option far in or out of the money off 0 and 1, where the factors have no value. */
function inside(p: Fixed): Fixed {
  if (p < LEAST) return LEAST;
  return p > FIXED_ONE - LEAST ? FIXED_ONE - LEAST : p;
}
