import { Decimal, ZERO } from '@/lib/core/decimal';
import type { NodeInput, ParameterReference } from '../margin-node';
import type { Slopes } from './slopes';

/** A bucket's K and what its neighbours need of it. Amounts in dollars. */
export interface BucketMargin {
  readonly bucket: string;
  readonly k: Decimal;
  /** Σ of the bucket's weighted sensitivities, before it is held between −K and K. */
  readonly sum: Decimal;
  /** CR where it counts between buckets too (currencies of interest rates), else null. */
  readonly concentration: Decimal | null;
  /** What its node shows; made when asked for, because most calculations of one position need none. */
  readonly describe: () => BucketDescription;
  /** Adds to each factor's slope what it moves K and the sum, times what these move the margin. */
  readonly spread: (perK: Decimal, perSum: Decimal, slopes: Slopes) => void;
}

export interface BucketDescription {
  readonly inputs: readonly NodeInput[];
  readonly parameters: readonly ParameterReference[];
}

type Correlation = (a: string, b: string) => Decimal;

/** √ of a variance; what rounding or an indefinite correlation matrix leaves below 0 counts as 0. */
export function rootOf(variance: Decimal): Decimal {
  return variance.isNegative() ? ZERO : variance.sqrt();
}

/** S: the sum held between −K and K. */
export function heldSum({ sum, k }: Pick<BucketMargin, 'sum' | 'k'>): Decimal {
  return Decimal.max(Decimal.min(sum, k), k.neg());
}

/**
 * √(Σ K² + Σ over pairs of buckets γ × g × S × S), where g = min(CR) ÷ max(CR) for buckets that have a CR and 1 for others. The residual
 * bucket is not among them.
 */
export function acrossBuckets(buckets: readonly BucketMargin[], gamma: Correlation): Decimal {
  const [only] = buckets;
  if (only !== undefined && buckets.length === 1) return only.k;
  let squares = ZERO;
  let pairs = ZERO;
  const sums = buckets.map(heldSum);
  buckets.forEach((one, i) => {
    squares = squares.plus(one.k.times(one.k));
    for (let j = 0; j < i; j += 1) {
      const other = buckets[j];
      if (other === undefined) continue;
      const product = gamma(one.bucket, other.bucket)
        .times(sums[i] ?? ZERO)
        .times(sums[j] ?? ZERO);
      pairs = pairs.plus(product.times(concentrationRatio(one, other)));
    }
  });
  return rootOf(squares.plus(pairs.times(2)));
}

/** Spreads what `across`, the amount of acrossBuckets, moves the margin over the buckets' factors. A sum that is held moves as K does. */
export function spreadAcross(buckets: readonly BucketMargin[], gamma: Correlation, across: Decimal, per: Decimal, slopes: Slopes): void {
  if (across.isZero()) return;
  const sums = buckets.map(heldSum);
  const perUnit = per.div(across);
  buckets.forEach((one, i) => {
    let others = ZERO;
    buckets.forEach((other, j) => {
      if (i !== j)
        others = others.plus(
          gamma(one.bucket, other.bucket)
            .times(sums[j] ?? ZERO)
            .times(concentrationRatio(one, other)),
        );
    });
    const perK = one.k.times(perUnit);
    const perSum = others.times(perUnit);
    if (one.sum.gt(one.k)) one.spread(perK.plus(perSum), ZERO, slopes);
    else if (one.sum.lt(one.k.neg())) one.spread(perK.minus(perSum), ZERO, slopes);
    else one.spread(perK, perSum, slopes);
  });
}

function concentrationRatio({ concentration: a }: BucketMargin, { concentration: b }: BucketMargin): Decimal | 1 {
  if (a === null || b === null || a.eq(b)) return 1;
  return a.lt(b) ? a.div(b) : b.div(a);
}
