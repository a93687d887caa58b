import { type Decimal, ONE, sumDecimals } from '@/lib/core/decimal';
import { numberInput } from '../build-node';
import { type BucketFactor, bucketRoot, type FactorPart, spreadBucket, weightedSum } from './bucket-factors';
import type { BucketMargin } from './bucket-margin';
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
import { type Exposure, groupBy, grouped } from './exposure';
import { factorInputs } from './factor-inputs';
import type { CurvatureBucket } from './rate-buckets';
import type { SimmFigures } from './simm-figures';

/** Delta by bucket, of every class but interest rates. Issuers of credit are concentrated over all their tenors. */
export function deltaBuckets(riskClass: BucketedClass, exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  return buckets(exposures, (bucket, members) => {
    const weightOf = remembered(({ factor }: Exposure) => figures.at(deltaWeightPath(factor, figures)), byBucketOrName);
    const concentrations = concentrationsOf(members, figures);
    const factors = members.map((member) => {
      const scale = weightOf(member);
      return {
        base: member.amount.times(scale),
        concentration: concentrations.get(member.factor.qualifier) ?? ONE,
        group: groupOf(member.factor, figures),
        parts: () => [{ key: member.factor.key, scale }],
      };
    });
    const paths = () => [...pathsOf(members, (factor) => deltaWeightPath(factor, figures)), ...thresholdsOf(members, figures)];
    return bucketMargin(bucket, factors, correlationsOf(riskClass, 'delta', bucket, figures), members, figures, paths);
  });
}

/** Vega by bucket, of every class but interest rates. */
export function vegaBuckets(riskClass: BucketedClass, exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  const ratio = volatilityRatio(riskClass, figures);
  return buckets(exposures, (bucket, members) => {
    const scaleOf = remembered(({ factor }: Exposure) => volatilityOf(factor, figures).times(ratio), byBucketOrName);
    const risks = volatilityRisks(riskClass, members, scaleOf);
    const concentrations = concentrationsOf(risks, figures);
    const weightOf = remembered(({ factor }: Exposure) => figures.at(vegaWeightPath(factor, figures)), byBucketOrName);
    const factors = risks.map((risk) => {
      const weight = weightOf(risk);
      return {
        base: risk.amount.times(weight),
        concentration: concentrations.get(risk.factor.qualifier) ?? ONE,
        group: groupOf(risk.factor, figures),
        parts: () => risk.parts().map(({ key, scale }) => ({ key, scale: scale.times(weight) })),
      };
    });
    const paths = () => [...pathsOf(members, (factor) => vegaWeightPath(factor, figures)), ...thresholdsOf(members, figures)];
    return bucketMargin(bucket, factors, correlationsOf(riskClass, 'vega', bucket, figures), members, figures, paths);
  });
}

/** Curvature by bucket, of every class but interest rates: correlations are squared, and nothing is concentrated. */
export function curvatureBuckets(riskClass: BucketedClass, exposures: readonly Exposure[], figures: SimmFigures): CurvatureBucket[] {
  return buckets(exposures, (bucket, members) => {
    const sigmaOf = remembered(({ factor }: Exposure) => volatilityOf(factor, figures), byBucketOrName);
    const risks = volatilityRisks(riskClass, members, sigmaOf, (tenor) => figures.curvatureScale(tenor));
    const factors = risks.map(({ factor, amount, parts }) => ({
      base: amount,
      concentration: ONE,
      group: groupOf(factor, figures),
      parts,
    }));
    const rho = correlationsOf(riskClass, 'vega', bucket, figures);
    const { within } = rho;
    const squared = {
      across: rho.across.times(rho.across),
      within: within === null ? null : (group: string) => within(group).times(within(group)),
    };
    return {
      ...bucketMargin(bucket, factors, squared, members, figures, () => []),
      absolute: sumDecimals(risks.map(({ amount }) => amount.abs())),
    };
  });
}

/** Base correlation: one bucket of index families, nothing concentrated. */
export function baseCorrelationBucket(exposures: readonly Exposure[], figures: SimmFigures): BucketMargin {
  const weight = figures.horizonPath('CreditQualifying/RiskWeights/BaseCorrelation');
  const scale = figures.at(weight);
  const factors = exposures.map(({ factor, amount }) => ({
    base: amount.times(scale),
    concentration: ONE,
    group: factor.qualifier,
    parts: () => [{ key: factor.key, scale }],
  }));
  const rho = { across: figures.at('CreditQualifying/Correlations/BaseCorrelation'), within: null };
  return bucketMargin('All', factors, rho, exposures, figures, () => [weight]);
}

function bucketMargin(
  bucket: string,
  factors: readonly BucketFactor[],
  rho: BucketCorrelations,
  members: readonly Exposure[],
  figures: SimmFigures,
  pathsOfFigures: () => readonly string[],
): BucketMargin {
  const sum = weightedSum(factors);
  const k = bucketRoot(factors, rho);
  return {
    bucket,
    k,
    sum,
    concentration: null,
    describe: () => ({
      inputs: [
        numberInput('Σ WS', sum, 'USD'),
        { name: 'concentrated factors', value: String(factors.filter(({ concentration }) => concentration.gt(1)).length) },
        ...factorInputs(members),
      ],
      parameters: pathsOfFigures().map((path) => figures.reference(path, path.includes('Threshold') ? 'USD million' : 'as published')),
    }),
    spread: (perK, perSum, slopes) => spreadBucket(factors, rho, k, perK, perSum, slopes),
  };
}

function buckets<T extends BucketMargin>(exposures: readonly Exposure[], compute: (bucket: string, members: Exposure[]) => T): T[] {
  return groupBy(exposures, ({ factor }) => bucketOf(factor)).map(([bucket, members]) => compute(bucket, members));
}

/** A volatility-weighted risk and the exposures that it adds: amount = Σ scale × exposure. */
interface VolatilityRisk extends Exposure {
  readonly parts: () => readonly FactorPart[];
}

/**
 * Volatility-weighted risks: in credit by tenor, elsewhere added over the expiries of a name. `scaleOf` is the same for all of a name, so that these
 * are added before they are scaled; `ofTenor` weighs each expiry first.
 */
function volatilityRisks(
  riskClass: BucketedClass,
  members: readonly Exposure[],
  scaleOf: (member: Exposure) => Decimal,
  ofTenor: ((tenor: string) => Decimal) | null = null,
): VolatilityRisk[] {
  const weighed = ({ factor, amount }: Exposure) => (ofTenor === null ? amount : amount.times(ofTenor(factor.tenor)));
  const risk = (first: Exposure, added: readonly Exposure[]): VolatilityRisk => {
    const scale = scaleOf(first);
    const parts = () =>
      added.map(({ factor }) => ({ key: factor.key, scale: ofTenor === null ? scale : scale.times(ofTenor(factor.tenor)) }));
    return { factor: first.factor, amount: totalOf(added, weighed).times(scale), parts };
  };
  if (keepsTenors(riskClass)) return members.map((member) => risk(member, [member]));
  return groupBy(members, ({ factor }) => factor.qualifier).flatMap(([, ofName]) => {
    const [first] = ofName;
    return first === undefined ? [] : [risk(first, ofName)];
  });
}

/** CR² by name. */
function concentrationsOf(members: readonly Exposure[], figures: SimmFigures): Map<string, Decimal> {
  const concentrations = new Map<string, Decimal>();
  for (const [name, ofName] of grouped(members, ({ factor }) => factor.qualifier)) {
    const [first] = ofName;
    if (first !== undefined)
      concentrations.set(
        name,
        figures.concentration(
          totalOf(ofName, ({ amount }) => amount),
          thresholdPath(first.factor, figures),
        ),
      );
  }
  return concentrations;
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
