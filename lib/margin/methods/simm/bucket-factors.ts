import { type Decimal, ZERO } from '@/lib/core/decimal';
import { rootOf } from './bucket-margin';
import type { BucketCorrelations } from './class-rules';
import { groupBy } from './exposure';
import { pairSlopes, pairSum, squareSum, type WeightedFactor } from './pair-sum';
import type { Slopes } from './slopes';

export interface GroupedFactor extends WeightedFactor {
  readonly group: string;
}

/** A weighted sensitivity and the exposures that it is made of: base = Σ scale × exposure. */
export interface BucketFactor extends GroupedFactor {
  readonly parts: () => readonly FactorPart[];
}

export interface FactorPart {
  readonly key: string;
  readonly scale: Decimal;
}

/**
 * K² = Σ WS² + Σ over pairs ρ × f × WS × WS, as ρ(across) × all pairs + for each group (ρ(within) − ρ(across)) × the pairs inside it. Each
 * of these sums of pairs takes one pass over the factors in order of CR.
 */
export function bucketVariance(factors: readonly GroupedFactor[], { across, within }: BucketCorrelations): Decimal {
  const first = factors[0]?.group;
  if (within !== null && first !== undefined && factors.every(({ group }) => group === first))
    return squareSum(factors).plus(pairSum(factors).times(within(first)));
  let variance = squareSum(factors).plus(pairSum(factors).times(across));
  if (within === null) return variance;
  for (const [group, members] of groupBy(factors, (factor) => factor.group)) {
    if (members.length > 1) variance = variance.plus(pairSum(members).times(within(group).minus(across)));
  }
  return variance;
}

/** K. Of one factor alone it is |WS|. */
export function bucketRoot(factors: readonly GroupedFactor[], rho: BucketCorrelations): Decimal {
  const [only] = factors;
  if (only !== undefined && factors.length === 1) return only.base.abs().times(rootOfConcentration(only.concentration));
  return rootOf(bucketVariance(factors, rho));
}

/** Σ WS. An issuer's factors share one CR², so its root is taken once. */
export function weightedSum(factors: readonly WeightedFactor[]): Decimal {
  const byConcentration = new Map<Decimal, Decimal>();
  for (const { base, concentration } of factors)
    byConcentration.set(concentration, (byConcentration.get(concentration) ?? ZERO).plus(base));
  let sum = ZERO;
  for (const [concentration, bases] of byConcentration) sum = sum.plus(bases.times(rootOfConcentration(concentration)));
  return sum;
}

/** Adds to the slopes of a bucket's exposures what they move K and the sum of the bucket, times what these move the margin. */
export function spreadBucket(
  factors: readonly BucketFactor[],
  rho: BucketCorrelations,
  k: Decimal,
  perK: Decimal,
  perSum: Decimal,
  slopes: Slopes,
): void {
  const perVariance = k.isZero() || perK.isZero() ? ZERO : perK.div(k);
  const halves = perVariance.isZero() ? [] : varianceSlopes(factors, rho);
  factors.forEach((factor, i) => {
    const ofSum = perSum.isZero() ? ZERO : perSum.times(rootOfConcentration(factor.concentration));
    const slope = (halves[i] ?? ZERO).times(perVariance).plus(ofSum);
    for (const { key, scale } of factor.parts()) slopes.add(key, slope.times(scale));
  });
}

/** Half of what each factor's base moves K². */
function varianceSlopes(factors: readonly GroupedFactor[], { across, within }: BucketCorrelations): Decimal[] {
  const all = pairSlopes(factors);
  const slopes = factors.map(({ base, concentration }, i) => base.times(concentration).plus((all[i] ?? ZERO).times(across)));
  if (within === null) return slopes;
  const places = factors.map((factor, i) => ({ ...factor, i }));
  for (const [group, members] of groupBy(places, (factor) => factor.group)) {
    if (members.length < 2) continue;
    const excess = within(group).minus(across);
    pairSlopes(members).forEach((slope, j) => {
      const i = members[j]?.i ?? 0;
      slopes[i] = (slopes[i] ?? ZERO).plus(slope.times(excess));
    });
  }
  return slopes;
}

function rootOfConcentration(concentration: Decimal): Decimal {
  return concentration.eq(1) ? concentration : concentration.sqrt();
}
