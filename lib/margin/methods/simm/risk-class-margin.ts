import { Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { SimmRiskClass } from '../../parameters/simm-pack';
import { buildNode, numberInput, slug } from '../build-node';
import type { MarginNode } from '../margin-node';
import { acrossBuckets, type BucketMargin, heldSum, spreadAcross } from './bucket-margin';
import { baseCorrelationBucket, curvatureBuckets, deltaBuckets, vegaBuckets } from './bucketed-margin';
import type { Exposure } from './exposure';
import { type CurvatureBucket, rateCurvatureBuckets, rateDeltaBuckets, rateVegaBuckets } from './rate-buckets';
import { SimmFigures } from './simm-figures';
import type { Slopes } from './slopes';

export const SIMM_MEASURES = ['delta', 'vega', 'curvature', 'baseCorr'] as const;
export type SimmMeasure = (typeof SIMM_MEASURES)[number];

/** A risk class of a product class: its measures, which add up to it. Amounts in dollars. */
export interface RiskClassMargin {
  readonly riskClass: SimmRiskClass;
  readonly measures: Readonly<Record<SimmMeasure, Decimal>>;
  readonly total: Decimal;
  readonly node: () => MarginNode;
  /** Adds to each factor's slope what it moves the total, times `per`. */
  readonly spread: (per: Decimal, slopes: Slopes) => void;
}

interface MeasureMargin {
  readonly measure: SimmMeasure;
  readonly amount: Decimal;
  readonly node: () => MarginNode;
  readonly spread: (per: Decimal, slopes: Slopes) => void;
}

const RESIDUAL = 'Residual';
const LABELS: Readonly<Record<SimmRiskClass, string>> = {
  InterestRate: 'Interest rate',
  CreditQualifying: 'Credit (qualifying)',
  CreditNonQualifying: 'Credit (non-qualifying)',
  Equity: 'Equity',
  Commodity: 'Commodity',
  FX: 'Foreign exchange',
};
const MEASURE_LABELS: Readonly<Record<SimmMeasure, string>> = {
  delta: 'Delta',
  vega: 'Vega',
  curvature: 'Curvature',
  baseCorr: 'Base correlation',
};

/** Delta, vega, curvature and base correlation of one risk class. The exposures stand in order of their factors' keys. */
export function riskClassMargin(
  riskClass: SimmRiskClass,
  exposures: readonly Exposure[],
  figures: SimmFigures,
  parent: string,
): RiskClassMargin {
  const path = `${parent}/${slug(riskClass.toLowerCase())}`;
  const delta = exposures.filter(({ factor }) => factor.sensitivity === 'delta');
  const vega = exposures.filter(({ factor }) => factor.sensitivity === 'vega');
  const tranches = exposures.filter(({ factor }) => factor.sensitivity === 'base-correlation');
  const parts: MeasureMargin[] = [];
  if (delta.length > 0) parts.push(linear('delta', riskClass, deltaOf(riskClass, delta, figures), figures, path));
  if (vega.length > 0) parts.push(linear('vega', riskClass, vegaOf(riskClass, vega, figures), figures, path));
  // the equity bucket of volatility indexes has no curvature
  const curved = vega.filter(({ factor }) => !(riskClass === 'Equity' && factor.bucket === '12'));
  if (curved.length > 0) parts.push(curvature(riskClass, curvatureOf(riskClass, curved, figures), figures, path));
  if (tranches.length > 0) parts.push(linear('baseCorr', riskClass, [baseCorrelationBucket(tranches, figures)], figures, path));
  const amountOf = (measure: SimmMeasure) => parts.find((part) => part.measure === measure)?.amount ?? ZERO;
  const total = sumDecimals(parts.map(({ amount }) => amount));
  const node = () =>
    buildNode({
      path,
      label: LABELS[riskClass],
      level: 'class',
      amount: total,
      formula: 'simm.risk-class: delta + vega + curvature + base correlation',
      citations: [figures.citation],
      children: parts.map((part) => part.node()),
    });
  const measures = { delta: amountOf('delta'), vega: amountOf('vega'), curvature: amountOf('curvature'), baseCorr: amountOf('baseCorr') };
  const spread = (per: Decimal, slopes: Slopes) => {
    for (const part of parts) part.spread(per, slopes);
  };
  return { riskClass, measures, total, node, spread };
}

function deltaOf(riskClass: SimmRiskClass, exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  return riskClass === 'InterestRate' ? rateDeltaBuckets(exposures, figures) : deltaBuckets(riskClass, exposures, figures);
}

function vegaOf(riskClass: SimmRiskClass, exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  return riskClass === 'InterestRate' ? rateVegaBuckets(exposures, figures) : vegaBuckets(riskClass, exposures, figures);
}

function curvatureOf(riskClass: SimmRiskClass, exposures: readonly Exposure[], figures: SimmFigures): CurvatureBucket[] {
  return riskClass === 'InterestRate' ? rateCurvatureBuckets(exposures, figures) : curvatureBuckets(riskClass, exposures, figures);
}

function linear(
  measure: SimmMeasure,
  riskClass: SimmRiskClass,
  all: readonly BucketMargin[],
  figures: SimmFigures,
  parent: string,
): MeasureMargin {
  const path = `${parent}/${slug(measure.toLowerCase())}`;
  const residual = all.find(({ bucket }) => bucket === RESIDUAL);
  const others = regular(all);
  const gamma = (a: string, b: string) => figures.between(riskClass, a, b);
  const across = acrossBuckets(others, gamma);
  const amount = residual === undefined ? across : across.plus(residual.k);
  const node = () =>
    buildNode({
      path,
      label: MEASURE_LABELS[measure],
      level: 'class',
      amount,
      formula: 'simm.across-buckets: √(Σ K² + Σ γ g S S) + K of the residual bucket',
      citations: [figures.citation],
      inputs: residual === undefined || residual.k.isZero() ? [] : [numberInput('K of the residual bucket', residual.k, 'USD')],
      children: all.map((bucket) => bucketNode(bucket, 'simm.bucket: K = √(Σ WS² + Σ ρ f WS WS)', figures, path)),
    });
  const spread = (per: Decimal, slopes: Slopes) => {
    spreadAcross(others, gamma, across, per, slopes);
    residual?.spread(per, ZERO, slopes);
  };
  return { measure, amount, node, spread };
}

function curvature(riskClass: SimmRiskClass, all: readonly CurvatureBucket[], figures: SimmFigures, parent: string): MeasureMargin {
  const path = `${parent}/curvature`;
  const residual = all.filter(({ bucket }) => bucket === RESIDUAL);
  const parts = [regular(all), residual].filter((part) => part.length > 0).map((part) => curvatureTail(part, riskClass, figures));
  const ratio = riskClass === 'InterestRate' ? figures.ofHorizon('InterestRate/RiskWeights/HistoricalVolatilityRatio') : ONE;
  const squared = ratio.times(ratio);
  const amount = sumDecimals(parts.map((part) => part.amount)).div(squared);
  const node = () =>
    buildNode({
      path,
      label: MEASURE_LABELS.curvature,
      level: 'class',
      amount,
      formula: `simm.curvature: max(Σ CVR + λ √(Σ K² + Σ γ² S S), 0), the residual bucket apart${riskClass === 'InterestRate' ? ', × HVR⁻²' : ''}`,
      citations: [figures.citation],
      parameters:
        riskClass === 'InterestRate'
          ? [figures.reference(figures.horizonPath('InterestRate/RiskWeights/HistoricalVolatilityRatio'), 'ratio')]
          : [],
      inputs: parts.flatMap((part) => part.inputs()),
      children: all.map((bucket) => bucketNode(bucket, 'simm.curvature-bucket: K = √(Σ CVR² + Σ ρ² CVR CVR)', figures, path)),
    });
  const spread = (per: Decimal, slopes: Slopes) => {
    for (const part of parts) part.spread(per.div(squared), slopes);
  };
  return { measure: 'curvature', amount, node, spread };
}

/** θ = min(Σ CVR ÷ Σ |CVR|, 0); λ = (Φ⁻¹(0.995)² − 1)(1 + θ) − θ. */
function curvatureTail(part: readonly CurvatureBucket[], riskClass: SimmRiskClass, figures: SimmFigures) {
  const sum = sumDecimals(part.map((bucket) => bucket.sum));
  const absolute = sumDecimals(part.map((bucket) => bucket.absolute));
  const theta = absolute.isZero() ? ZERO : Decimal.min(sum.div(absolute), ZERO);
  const lambda = SimmFigures.CURVATURE_TAIL.times(theta.plus(1)).minus(theta);
  const gammaSquared = (a: string, b: string) => {
    const gamma = figures.between(riskClass, a, b);
    return gamma.times(gamma);
  };
  const across = acrossBuckets(part, gammaSquared);
  const before = sum.plus(lambda.times(across));
  const name = part[0]?.bucket === RESIDUAL ? ', residual' : '';
  return {
    amount: Decimal.max(before, ZERO),
    inputs: () => [
      numberInput(`Σ CVR${name}`, sum, 'USD'),
      numberInput(`θ${name}`, theta, 'ratio'),
      numberInput(`λ${name}`, lambda, 'ratio'),
    ],
    spread: (per: Decimal, slopes: Slopes) => {
      if (before.lte(0)) return;
      for (const bucket of part) bucket.spread(ZERO, per, slopes);
      spreadAcross(part, gammaSquared, across, per.times(lambda), slopes);
    },
  };
}

function regular<T extends BucketMargin>(buckets: readonly T[]): T[] {
  return buckets.filter(({ bucket }) => bucket !== RESIDUAL);
}

function bucketNode(bucket: BucketMargin, formula: string, figures: SimmFigures, parent: string): MarginNode {
  const { inputs, parameters } = bucket.describe();
  return buildNode({
    path: `${parent}/${slug(bucket.bucket.toLowerCase())}`,
    label: bucket.bucket,
    level: 'bucket',
    amount: bucket.k,
    formula,
    citations: [figures.citation],
    parameters,
    inputs: [numberInput('S, held between −K and K', heldSum(bucket), 'USD'), ...inputs],
  });
}
