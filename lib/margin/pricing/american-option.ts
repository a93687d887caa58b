import { europeanOption } from './european-option';
import { type Fixed, fixedRatio, fixedToDouble, toFixedPoint } from './fixed';
import { type LatticeTerms, leisenReimer } from './leisen-reimer';
import type { OptionTerms } from './option-terms';

/** Decimal places of what a lattice gives; a double has more. */
const LATTICE_UNITS = 10 ** 10;

/**
 * Values an American option in binomial lattices of Leisen and Reimer, of `steps` and of about half as many steps (both odd), extrapolated to steps of no
 * size; never below the European value by formula nor below what exercise pays now. A call is a put with price and strike, rate and yield changed over
 * (McDonald and Schroder). Without reason for early exercise (a call on what yields nothing, a put at no rate) it is European. Rates and yields are
 * not negative.
 *
 * The lattice is in doubles. Its exponentials and logarithms come out of fixed-point functions and are rounded to the nearest double; from there it only
 * adds, subtracts, multiplies, divides, takes square roots and compares, which IEEE 754 rounds correctly, so every machine has the same result. What rounding does to it
 * (some 10^-13 of the strike) is far below what the number of steps does (some 10^-4 of the value).
 */
export function americanOption(terms: Omit<OptionTerms, 'style'>, steps: number): (spot: Fixed) => Fixed {
  const european = europeanOption(terms);
  const call = terms.kind === 'call';
  const rate = toFixedPoint(call ? terms.dividendYield : terms.interestRate);
  const yields = toFixedPoint(call ? terms.interestRate : terms.dividendYield);
  if (rate <= 0n || terms.days === 0) return european;
  const strike = toFixedPoint(terms.strike);
  const least = (spot: Fixed) => larger(european(spot), call ? spot - strike : strike - spot);
  if (terms.volatility.isZero()) return least;
  const put = { days: terms.days, volatility: terms.volatility, rate, yields };
  const fine = odd(steps);
  const coarse = odd(Math.trunc(steps / 2));
  const fineValue = putLattice(put, fine);
  const coarseValue = putLattice(put, coarse);
  return (spot) => {
    if (spot <= 0n) return least(spot);
    const [asset, paid] = call ? [strike, spot] : [spot, strike];
    const extrapolated = (fine * fineValue(asset, paid) - coarse * coarseValue(asset, paid)) / (fine - coarse);
    // so far from the strike that probabilities fall out of a double a lattice can give more than an option may pay at all: then it says nothing
    const value = Number.isFinite(extrapolated) ? fixedOfDouble(extrapolated) : 0n;
    return value > paid ? least(spot) : larger(least(spot), value);
  };
}

function odd(steps: number): number {
  return steps % 2 === 0 ? steps + 1 : steps;
}

function larger(a: Fixed, b: Fixed): Fixed {
  return a > b ? a : b;
}

function fixedOfDouble(value: number): Fixed {
  return fixedRatio(BigInt(Math.round(value * LATTICE_UNITS)), BigInt(LATTICE_UNITS));
}

/** Values one step earlier, for the states from `from` to `to`: each the discounted mean of the two that may follow. In place. */
function stepBack(values: Float64Array, from: number, to: number, up: number, down: number): void {
  let lower = values[from] as number;
  for (let i = from; i <= to; i += 1) {
    const upper = values[i + 1] as number;
    values[i] = up * upper + down * lower;
    lower = upper;
  }
}

/**
 * The value of a put in one lattice, by backward induction. Below some price it is exercised at every step; that boundary never rises on the way back
 * from expiry (in steps up), so each step looks for it from where it was and does no more than weigh two values above it. What is worth nothing at expiry
 * in every later state is passed over.
 */
function putLattice(terms: LatticeTerms, steps: number): (spot: Fixed, strike: Fixed) => number {
  const stepAt = leisenReimer(terms, steps);
  const values = new Float64Array(steps + 2);
  const ups = new Float64Array(steps + 1);
  const downs = new Float64Array(steps + 1);
  return (spotFixed, strikeFixed) => {
    const { up, down, upDiscounted, downDiscounted } = stepAt(spotFixed, strikeFixed);
    const strike = fixedToDouble(strikeFixed);
    powers(ups, fixedToDouble(spotFixed), up);
    powers(downs, 1, down);
    let exercised = -1;
    while (exercised < steps && gain(strike, ups, downs, steps, exercised + 1) > 0) exercised += 1;
    const highest = exercised;
    values.fill(0);
    for (let level = steps - 1; level >= 0; level -= 1) {
      const before = exercised;
      // The exercised states' values are what exercise pays; they are written down only as far up as this step may need them.
      const lowest = Math.max(Math.min(before, level) - 2, 0);
      for (let i = lowest; i <= before; i += 1) values[i] = gain(strike, ups, downs, level + 1, i);
      exercised = Math.min(before, level);
      while (exercised >= 0) {
        if (exercised < lowest) values[exercised] = gain(strike, ups, downs, level + 1, exercised);
        const held = upDiscounted * (values[exercised + 1] as number) + downDiscounted * (values[exercised] as number);
        if (held <= gain(strike, ups, downs, level, exercised)) break;
        exercised -= 1;
      }
      stepBack(values, exercised + 1, Math.min(level, highest), upDiscounted, downDiscounted);
    }
    return exercised >= 0 ? gain(strike, ups, downs, 0, 0) : (values[0] as number);
  };
}

/** What exercise pays in the i-th state from below, so many steps from now. */
function gain(strike: number, ups: Float64Array, downs: Float64Array, level: number, i: number): number {
  return strike - (ups[i] as number) * (downs[level - i] as number);
}

function powers(into: Float64Array, first: number, factor: number): void {
  let power = first;
  for (let i = 0; i < into.length; i += 1) {
    into[i] = power;
    power *= factor;
  }
}
