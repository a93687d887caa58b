import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { numberInput } from '../build-node';
import { type BucketMargin, rootOf } from './bucket-margin';
import {
  type BucketCorrelations,
  type BucketedClass,
  bucketOf,
  correlationsOf,
  deltaWeightPath,
  groupOf,
  keepsTenors,
  thresholdPath,
  vegaWeightPath,
  volatilityOf,
  volatilityRatio,
} from './class-rules';
import { type Exposure, groupBy } from './exposure';
import { factorInputs } from './factor-inputs';
import { pairSum, squareSum, type WeightedFactor } from './pair-sum';
import type { CurvatureBucket } from './rate-buckets';
import type { SimmFigures } from './simm-figures';

interface GroupedFactor extends WeightedFactor {
  readonly group: string;
}

/** Delta by bucket, of every class but interest rates. Issuers of credit are concentrated over all their tenors. */
export function deltaBuckets(riskClass: BucketedClass, exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  return buckets(exposures, (bucket, members) => {
    const weightOf = remembered(({ factor }: Exposure) => figures.at(deltaWeightPath(factor, figures)), byBucketOrName);
    const concentrations = concentrationsOf(members, figures, ({ amount }) => amount);
    const factors = members.map((member) => ({
      base: member.amount.times(weightOf(member)),
      concentration: concentrations.get(member.factor.qualifier) ?? ONE,
      group: groupOf(member.factor, figures),
    }));
    const parameters = [...pathsOf(members, (factor) => deltaWeightPath(factor, figures)), ...thresholdsOf(members, figures)];
    return bucketMargin(bucket, factors, correlationsOf(riskClass, 'delta', bucket, figures), members, figures, parameters);
  });
}

/** Vega by bucket, of every class but interest rates. */
export function vegaBuckets(riskClass: BucketedClass, exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  const ratio = volatilityRatio(riskClass, figures);
  return buckets(exposures, (bucket, members) => {
    const scaleOf = remembered(({ factor }: Exposure) => volatilityOf(factor, figures).times(ratio), byBucketOrName);
    const risks = volatilityRisks(riskClass, members, (member) => member.amount.times(scaleOf(member)));
    const concentrations = concentrationsOf(risks, figures, ({ amount }) => amount);
    const weightOf = remembered(({ factor }: Exposure) => figures.at(vegaWeightPath(factor, figures)), byBucketOrName);
    const factors = risks.map(({ factor, amount }) => ({
      base: amount.times(weightOf({ factor, amount })),
      concentration: concentrations.get(factor.qualifier) ?? ONE,
      group: groupOf(factor, figures),
    }));
    const parameters = [...pathsOf(members, (factor) => vegaWeightPath(factor, figures)), ...thresholdsOf(members, figures)];
    return bucketMargin(bucket, factors, correlationsOf(riskClass, 'vega', bucket, figures), members, figures, parameters);
  });
}

/** Curvature by bucket, of every class but interest rates: correlations are squared, and nothing is concentrated. */
export function curvatureBuckets(riskClass: BucketedClass, exposures: readonly Exposure[], figures: SimmFigures): CurvatureBucket[] {
  return buckets(exposures, (bucket, members) => {
    const scaleOf = remembered(({ factor }: Exposure) => volatilityOf(factor, figures), byBucketOrName);
    const risks = volatilityRisks(riskClass, members, (member) =>
      member.amount.times(scaleOf(member)).times(figures.curvatureScale(member.factor.tenor)),
    );
    const factors = risks.map(({ factor, amount }) => ({ base: amount, concentration: ONE, group: groupOf(factor, figures) }));
    const rho = correlationsOf(riskClass, 'vega', bucket, figures);
    const { within } = rho;
    const squared = {
      across: rho.across.times(rho.across),
      within: within === null ? null : (group: string) => within(group).times(within(group)),
    };
    return {
      ...bucketMargin(bucket, factors, squared, members, figures, []),
      absolute: sumDecimals(risks.map(({ amount }) => amount.abs())),
    };
  });
}

/** Base correlation: one bucket of index families, nothing concentrated. */
export function baseCorrelationBucket(exposures: readonly Exposure[], figures: SimmFigures): BucketMargin {
  const weight = figures.horizonPath('CreditQualifying/RiskWeights/BaseCorrelation');
  const factors = exposures.map(({ factor, amount }) => ({
    base: amount.times(figures.at(weight)),
    concentration: ONE,
    group: factor.qualifier,
  }));
  const rho = { across: figures.at('CreditQualifying/Correlations/BaseCorrelation'), within: null };
  return bucketMargin('All', factors, rho, exposures, figures, [weight]);
}

/**
 * K² = Σ WS² + Σ over pairs ρ × f × WS × WS, as ρ(across) × all pairs + for each group (ρ(within) − ρ(across)) × the pairs inside it. Each
 * of these sums of pairs takes one pass over the factors in order of CR.
 */
export function bucketVariance(factors: readonly GroupedFactor[], { across, within }: BucketCorrelations): Decimal {
  let variance = squareSum(factors).plus(pairSum(factors).times(across));
  if (within === null) return variance;
  for (const [group, members] of groupBy(factors, (factor) => factor.group)) {
    if (members.length > 1) variance = variance.plus(pairSum(members).times(within(group).minus(across)));
  }
  return variance;
}

function bucketMargin(
  bucket: string,
  factors: readonly GroupedFactor[],
  rho: BucketCorrelations,
  members: readonly Exposure[],
  figures: SimmFigures,
  paths: readonly string[],
): BucketMargin {
  const sum = weightedSum(factors);
  return {
    bucket,
    k: rootOf(bucketVariance(factors, rho)),
    sum,
    concentration: null,
    inputs: [
      numberInput('Σ WS', sum, 'USD'),
      { name: 'concentrated factors', value: String(factors.filter(({ concentration }) => concentration.gt(1)).length) },
      ...factorInputs(members),
    ],
    parameters: paths.map((path) => figures.reference(path, path.includes('Threshold') ? 'USD million' : 'as published')),
  };
}

/** Σ WS. An issuer's factors share one CR², so its root is taken once. */
function weightedSum(factors: readonly WeightedFactor[]): Decimal {
  const byConcentration = new Map<Decimal, Decimal>();
  for (const { base, concentration } of factors)
    byConcentration.set(concentration, (byConcentration.get(concentration) ?? ZERO).plus(base));
  let sum = ZERO;
  for (const [concentration, bases] of byConcentration) sum = sum.plus(concentration.eq(1) ? bases : bases.times(concentration.sqrt()));
  return sum;
}

function buckets<T extends BucketMargin>(exposures: readonly Exposure[], compute: (bucket: string, members: Exposure[]) => T): T[] {
  return groupBy(exposures, ({ factor }) => bucketOf(factor)).map(([bucket, members]) => compute(bucket, members));
}

/** Volatility-weighted risks: in credit by tenor, elsewhere added over the expiries of a name. */
function volatilityRisks(riskClass: BucketedClass, members: readonly Exposure[], weigh: (member: Exposure) => Decimal): Exposure[] {
  if (keepsTenors(riskClass)) return members.map((member) => ({ factor: member.factor, amount: weigh(member) }));
  return groupBy(members, ({ factor }) => factor.qualifier).flatMap(([, ofName]) => {
    const [first] = ofName;
    return first === undefined ? [] : [{ factor: first.factor, amount: totalOf(ofName, weigh) }];
  });
}

/** CR² of each name of a bucket, from the sum over all its factors. */
function concentrationsOf(
  members: readonly Exposure[],
  figures: SimmFigures,
  amountOf: (member: Exposure) => Decimal,
): Map<string, Decimal> {
  return new Map(
    groupBy(members, ({ factor }) => factor.qualifier).flatMap(([name, ofName]) => {
      const [first] = ofName;
      return first === undefined
        ? []
        : [[name, figures.concentration(totalOf(ofName, amountOf), thresholdPath(first.factor, figures))] as const];
    }),
  );
}

function totalOf(members: readonly Exposure[], amountOf: (member: Exposure) => Decimal): Decimal {
  const [first] = members;
  return first !== undefined && members.length === 1 ? amountOf(first) : sumDecimals(members.map(amountOf));
}

/** Figures hang on the bucket, in FX on the currency or pair. */
function byBucketOrName({ factor }: Exposure): string {
  return factor.riskClass === 'FX' ? factor.qualifier : factor.bucket;
}

function remembered<T>(compute: (member: T) => Decimal, keyOf: (member: T) => string): (member: T) => Decimal {
  const known = new Map<string, Decimal>();
  return (member) => {
    const key = keyOf(member);
    const value = known.get(key) ?? compute(member);
    known.set(key, value);
    return value;
  };
}

function pathsOf(members: readonly Exposure[], pathOf: (factor: Exposure['factor']) => string): string[] {
  const [first] = members;
  // figures hang on the bucket, in FX on each currency or pair
  if (first !== undefined && first.factor.riskClass !== 'FX') return [pathOf(first.factor)];
  return [...new Set(members.map(({ factor }) => pathOf(factor)))].sort();
}

function thresholdsOf(members: readonly Exposure[], figures: SimmFigures): string[] {
  return pathsOf(members, (factor) => thresholdPath(factor, figures));
}
