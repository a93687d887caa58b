import { type Decimal, ZERO } from '@/lib/core/decimal';

/** A weighted sensitivity before its concentration factor, and that factor's square. */
export interface WeightedFactor {
  readonly base: Decimal;
  /** CR², at least 1. */
  readonly concentration: Decimal;
}

/**
 * Σ over ordered pairs i ≠ j of f(i,j) × WS(i) × WS(j), where WS = base × CR and f = min(CR) ÷ max(CR). For CR(i) ≤ CR(j) a pair's term is
 * CR(i)² × base(i) × base(j): in order of CR one running sum is enough. Where all CR are equal it is (Σ WS)² − Σ WS².
 */
export function pairSum(factors: readonly WeightedFactor[]): Decimal {
  const [first] = factors;
  if (first === undefined || factors.length === 1) return ZERO;
  const { concentration } = first;
  if (factors.every((factor) => factor.concentration === concentration || factor.concentration.eq(concentration))) {
    let sum = ZERO;
    let squares = ZERO;
    for (const { base } of factors) {
      sum = sum.plus(base);
      squares = squares.plus(base.times(base));
    }
    return sum.times(sum).minus(squares).times(concentration);
  }
  let before = ZERO;
  let total = ZERO;
  for (const factor of byConcentration(factors)) {
    total = total.plus(factor.base.times(before));
    before = before.plus(factor.base.times(factor.concentration));
  }
  return total.times(2);
}

/**
 * Half of what each factor's base moves pairSum: Σ over j ≠ i of min(CR²) × base(j), for each i in the order given. In order of CR it is a running
 * sum of base × CR² before i, and CR(i)² × the sum of the bases behind it.
 */
export function pairSlopes(factors: readonly WeightedFactor[]): Decimal[] {
  const order = factors.map((factor, i) => ({ factor, i })).sort((a, b) => a.factor.concentration.comparedTo(b.factor.concentration));
  const slopes: Decimal[] = factors.map(() => ZERO);
  let behind = ZERO;
  for (const { base } of factors) behind = behind.plus(base);
  let before = ZERO;
  for (const { factor, i } of order) {
    behind = behind.minus(factor.base);
    slopes[i] = before.plus(behind.times(factor.concentration));
    before = before.plus(factor.base.times(factor.concentration));
  }
  return slopes;
}

/** Σ WS² of the factors. */
export function squareSum(factors: readonly WeightedFactor[]): Decimal {
  let total = ZERO;
  for (const { base, concentration } of factors) total = total.plus(base.times(base).times(concentration));
  return total;
}

function byConcentration<T extends WeightedFactor>(factors: readonly T[]): T[] {
  return [...factors].sort((a, b) => a.concentration.comparedTo(b.concentration));
}
