import { Decimal } from '@/lib/core/decimal';

/** Works with more digits than are given out, so that what subtraction eats is not missed. */
const Wide = Decimal.clone({ precision: 80 });
const ENOUGH = new Wide('1e-60');
/** Beyond it a p-value is below 10^-30, which is told as 0. */
const FAR = 150;
/** Places of a p-value, rounded HALF_UP. */
const PLACES = 20;

/**
 * The chance that a chi-square variable of one or two degrees of freedom is above a statistic that is not negative: erfc(√(x ÷ 2)) and exp(-x ÷ 2).
 * Twenty places, all of them right.
 */
export function chiSquareTail(statistic: Decimal, degreesOfFreedom: 1 | 2): Decimal {
  const half = new Wide(statistic.toString()).div(2);
  const tail = half.gt(FAR / 2) ? new Wide(0) : degreesOfFreedom === 2 ? half.neg().exp() : Wide.sub(1, erf(half));
  return new Decimal(tail.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toString());
}

/** erf(√y) = 2 ÷ √π × e^-y × Σ 2^n √y^(2n+1) ÷ (1 · 3 · … · (2n+1)): every term is positive, so nothing cancels. */
function erf(y: Decimal): Decimal {
  const root = y.sqrt();
  let term = root;
  let sum = root;
  for (let odd = 3; term.gt(ENOUGH); odd += 2) {
    term = term.times(y).times(2).div(odd);
    sum = sum.plus(term);
  }
  return sum.times(2).times(y.neg().exp()).div(Wide.acos(-1).sqrt());
}
