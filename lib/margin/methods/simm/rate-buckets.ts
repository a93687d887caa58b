import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { SIMM_TENORS } from '../../parameters/simm-pack';
import { numberInput } from '../build-node';
import { type BucketMargin, rootOf } from './bucket-margin';
import { type Exposure, groupBy, sumOf } from './exposure';
import { factorInputs } from './factor-inputs';
import type { SimmFigures } from './simm-figures';
import type { Slopes } from './slopes';

const WEIGHTS = 'InterestRate/RiskWeights';
const CORRELATIONS = 'InterestRate/Correlations';
const TENORS = `${CORRELATIONS}/IntraBucket`;
const THRESHOLDS = 'InterestRate/ConcentrationThresholds';

/**
 * Delta of interest rates, one bucket for each currency. Points of the sub-curves and inflation are concentrated together; the basis to other
 * currencies neither counts in CR nor takes one.
 */
export function rateDeltaBuckets(exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  return groupBy(exposures, ({ factor }) => factor.qualifier).map(([currency, members]) => {
    const group = figures.currencyGroup(WEIGHTS, currency);
    const curve = members.filter(({ factor }) => factor.kind === 'curve');
    const inflation = members.filter(({ factor }) => factor.kind === 'inflation');
    const basis = members.filter(({ factor }) => factor.kind === 'basis');
    const threshold = `${THRESHOLDS}/Delta/${figures.currencyGroup(THRESHOLDS, currency)}`;
    const squared = figures.concentration(sumDecimals([sumOf(curve), sumOf(inflation)]), threshold);
    const concentration = squared.eq(1) ? ONE : squared.sqrt();

    const weights = figures.horizonPath(`${WEIGHTS}/Delta`);
    const points = curve.map(({ factor, amount }) => {
      const weight = figures.ofPair(weights, group, factor.tenor);
      return { tenor: factor.tenor, weighted: amount.times(weight), curve: factor.label2, weight, key: factor.key };
    });
    const inflationWeight = figures.ofHorizon(`${WEIGHTS}/Inflation`);
    const basisWeight = figures.ofHorizon(`${WEIGHTS}/XCcyBasis`);
    const rhoInflation = figures.at(`${CORRELATIONS}/Inflation`);
    const rhoBasis = figures.at(`${CORRELATIONS}/XCcyBasis`);
    const onCurves = sumDecimals(points.map(({ weighted }) => weighted));
    const onInflation = sumOf(inflation).times(inflationWeight);
    const onBasis = sumOf(basis).times(basisWeight);
    const concentrated = curveVariance(points, figures)
      .plus(onInflation.times(onInflation))
      .plus(onInflation.times(onCurves).times(rhoInflation).times(2));
    const sumConcentrated = onCurves.plus(onInflation).times(concentration);
    const variance = concentrated.times(squared).plus(onBasis.times(onBasis)).plus(sumConcentrated.times(onBasis).times(rhoBasis).times(2));
    const sum = sumConcentrated.plus(onBasis);
    const k = rootOf(variance);
    const spread: BucketMargin['spread'] = (perK, perSum, slopes) => {
      const perVariance = k.isZero() || perK.isZero() ? ZERO : perK.div(k);
      const ofBasis = concentration.times(onBasis).times(rhoBasis);
      const perCurves = onInflation.times(rhoInflation).times(squared).plus(ofBasis);
      curveSlopes(points, figures).forEach((half, i) => {
        const point = points[i];
        if (point === undefined) return;
        const slope = half.times(squared).plus(perCurves).times(perVariance).plus(concentration.times(perSum));
        slopes.add(point.key, slope.times(point.weight));
      });
      const perInflation = onInflation
        .plus(onCurves.times(rhoInflation))
        .times(squared)
        .plus(ofBasis)
        .times(perVariance)
        .plus(concentration.times(perSum));
      for (const { factor } of inflation) slopes.add(factor.key, perInflation.times(inflationWeight));
      const perBasis = onBasis.plus(sumConcentrated.times(rhoBasis)).times(perVariance).plus(perSum);
      for (const { factor } of basis) slopes.add(factor.key, perBasis.times(basisWeight));
    };
    const describe = () => ({
      inputs: [
        numberInput('Σ WS', sum, 'USD'),
        numberInput('CR', concentration, 'ratio'),
        { name: 'volatility group', value: group },
        ...factorInputs(members),
      ],
      parameters: [
        ...SIMM_TENORS.filter((tenor) => points.some((point) => point.tenor === tenor)).map((tenor) =>
          figures.reference(figures.horizonPath(`${WEIGHTS}/Delta`, `${group}|${tenor}`), 'per basis point'),
        ),
        ...(inflation.length > 0 ? [figures.reference(figures.horizonPath(`${WEIGHTS}/Inflation`), 'per basis point')] : []),
        ...(basis.length > 0 ? [figures.reference(figures.horizonPath(`${WEIGHTS}/XCcyBasis`), 'per basis point')] : []),
        figures.reference(threshold, 'USD million per basis point'),
      ],
    });
    return { bucket: currency, k, sum, concentration, describe, spread };
  });
}

/** Vega of interest rates, one bucket for each currency; inflation of all expiries is one factor. */
export function rateVegaBuckets(exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  const weight = figures.ofHorizon(`${WEIGHTS}/Vega`);
  return groupBy(exposures, ({ factor }) => factor.qualifier).map(([currency, members]) => {
    const threshold = `${THRESHOLDS}/Vega/${figures.currencyGroup(THRESHOLDS, currency)}`;
    const squared = figures.concentration(sumOf(members), threshold);
    const concentration = squared.eq(1) ? ONE : squared.sqrt();
    const sum = sumOf(members).times(weight).times(concentration);
    const scaleOf = () => weight;
    const risks = byExpiry(members, scaleOf);
    const shape = (rho: Decimal) => rho;
    const k = rootOf(expiryVariance(risks, figures, shape).times(squared));
    return {
      bucket: currency,
      k,
      sum,
      concentration,
      describe: () => ({
        inputs: [numberInput('Σ VR', sum, 'USD'), numberInput('CR', concentration, 'ratio'), ...factorInputs(members)],
        parameters: [figures.reference(figures.horizonPath(`${WEIGHTS}/Vega`), 'ratio'), figures.reference(threshold, 'USD million')],
      }),
      spread: (perK, perSum, slopes) =>
        spreadExpiries(members, scaleOf, expirySlopes(risks, figures, shape), slopes, {
          perVariance: k.isZero() ? ZERO : perK.times(squared).div(k),
          perRisk: perSum.times(concentration),
        }),
    };
  });
}

/** A bucket's curvature, with Σ CVR and Σ |CVR| that the tail of the class needs. */
export interface CurvatureBucket extends BucketMargin {
  readonly absolute: Decimal;
}

/** Curvature of interest rates before the class's own factor HVR⁻². */
export function rateCurvatureBuckets(exposures: readonly Exposure[], figures: SimmFigures): CurvatureBucket[] {
  return groupBy(exposures, ({ factor }) => factor.qualifier).map(([currency, members]) => {
    const scaleOf = (tenor: string) => figures.curvatureScale(tenor);
    const risks = byExpiry(members, scaleOf);
    const shape = (rho: Decimal) => rho.times(rho);
    const sum = sumDecimals([...risks.values()]);
    const k = rootOf(expiryVariance(risks, figures, shape));
    return {
      bucket: currency,
      k,
      sum,
      absolute: sumDecimals([...risks.values()].map((risk) => risk.abs())),
      concentration: null,
      describe: () => ({ inputs: [numberInput('Σ CVR', sum, 'USD'), ...factorInputs(members)], parameters: [] }),
      spread: (perK, perSum, slopes) =>
        spreadExpiries(members, scaleOf, expirySlopes(risks, figures, shape), slopes, {
          perVariance: k.isZero() ? ZERO : perK.div(k),
          perRisk: perSum,
        }),
    };
  });
}

const INFLATION = 'inflation';

function byExpiry(members: readonly Exposure[], scale: (tenor: string) => Decimal): Map<string, Decimal> {
  const risks = new Map<string, Decimal>();
  for (const { factor, amount } of members) {
    const key = factor.kind === 'inflation' ? INFLATION : factor.tenor;
    risks.set(key, (risks.get(key) ?? ZERO).plus(amount.times(scale(factor.tenor))));
  }
  return risks;
}

type Shape = (rho: Decimal) => Decimal;

function expiryVariance(risks: ReadonlyMap<string, Decimal>, figures: SimmFigures, shape: Shape): Decimal {
  let variance = ZERO;
  const before: [string, Decimal][] = [];
  for (const [a, own] of risks) {
    let others = ZERO;
    for (const [b, other] of before) others = others.plus(other.times(shape(expiryCorrelation(a, b, figures))));
    variance = variance.plus(own.times(own.plus(others.times(2))));
    before.push([a, own]);
  }
  return variance;
}

function expiryCorrelation(a: string, b: string, figures: SimmFigures): Decimal {
  return a === INFLATION || b === INFLATION ? figures.at(`${CORRELATIONS}/Inflation`) : figures.ofPair(TENORS, a, b);
}

/** Half of what each expiry's risk moves the variance: itself + Σ ρ × each other. */
function expirySlopes(risks: ReadonlyMap<string, Decimal>, figures: SimmFigures, shape: Shape): Map<string, Decimal> {
  const slopes = new Map<string, Decimal>();
  for (const [a, own] of risks) {
    let slope = own;
    for (const [b, other] of risks) {
      if (a === b) continue;
      slope = slope.plus(other.times(shape(expiryCorrelation(a, b, figures))));
    }
    slopes.set(a, slope);
  }
  return slopes;
}

function spreadExpiries(
  members: readonly Exposure[],
  scaleOf: (tenor: string) => Decimal,
  halves: ReadonlyMap<string, Decimal>,
  slopes: Slopes,
  { perVariance, perRisk }: { readonly perVariance: Decimal; readonly perRisk: Decimal },
): void {
  for (const { factor } of members) {
    const half = halves.get(factor.kind === 'inflation' ? INFLATION : factor.tenor) ?? ZERO;
    slopes.add(factor.key, half.times(perVariance).plus(perRisk).times(scaleOf(factor.tenor)));
  }
}

interface CurvePoint {
  readonly tenor: string;
  readonly curve: string;
  readonly weighted: Decimal;
}

/**
 * Σ over all pairs of points ρ(tenors) × φ(curves) × WS × WS with φ = 1 on one curve and the sub-curve figure across: for each pair of tenors
 * φ × the product of their sums + (1 − φ) × the sum of products on each curve.
 */
function curveVariance(points: readonly CurvePoint[], figures: SimmFigures): Decimal {
  const phi = figures.at(`${CORRELATIONS}/SubCurves`);
  const rest = ONE.minus(phi);
  const tenors = tenorSums(points);
  const isOneCurve = points.every(({ curve }) => curve === points[0]?.curve);
  const product = (one: TenorSum, other: TenorSum): Decimal => {
    const ofSums = one.sum.times(other.sum);
    if (isOneCurve) return ofSums;
    let along = ZERO;
    for (const [curve, weighted] of one.curves) {
      const there = other.curves.get(curve);
      if (there !== undefined) along = along.plus(weighted.times(there));
    }
    return ofSums.times(phi).plus(along.times(rest));
  };
  let squares = ZERO;
  let pairs = ZERO;
  tenors.forEach((one, i) => {
    squares = squares.plus(product(one, one));
    for (let j = 0; j < i; j += 1) {
      const other = tenors[j];
      if (other !== undefined) pairs = pairs.plus(product(one, other).times(figures.ofPair(TENORS, one.tenor, other.tenor)));
    }
  });
  return squares.plus(pairs.times(2));
}

/**
 * Half of what each point moves the variance: Σ over tenors ρ × (φ × the tenor's sum + (1 − φ) × the tenor's point on the same curve), with φ the
 * sub-curve figure and ρ = 1 on the point's own tenor.
 */
function curveSlopes(points: readonly CurvePoint[], figures: SimmFigures): Decimal[] {
  const phi = figures.at(`${CORRELATIONS}/SubCurves`);
  const rest = ONE.minus(phi);
  const tenors = tenorSums(points);
  const rhoOf = (a: string, b: string) => figures.ofPair(TENORS, a, b);
  const onSums = new Map(tenors.map(({ tenor }) => [tenor, correlated(tenor, tenors, ({ sum }) => sum, rhoOf).times(phi)]));
  return points.map(({ tenor, curve }) => {
    const onCurve = correlated(tenor, tenors, ({ curves }) => curves.get(curve), rhoOf);
    return onCurve.times(rest).plus(onSums.get(tenor) ?? ZERO);
  });
}

interface TenorSum {
  readonly tenor: string;
  readonly sum: Decimal;
  readonly curves: ReadonlyMap<string, Decimal>;
}

function tenorSums(points: readonly CurvePoint[]): TenorSum[] {
  return groupBy(points, ({ tenor }) => tenor).map(([tenor, members]) => ({
    tenor,
    sum: members.length === 1 && members[0] !== undefined ? members[0].weighted : sumDecimals(members.map(({ weighted }) => weighted)),
    curves: new Map(members.map(({ curve, weighted }) => [curve, weighted])),
  }));
}

/** Σ over tenors ρ × amount, with ρ = 1 on the tenor itself. */
function correlated(
  tenor: string,
  tenors: readonly TenorSum[],
  amountOf: (other: TenorSum) => Decimal | undefined,
  rhoOf: (a: string, b: string) => Decimal,
): Decimal {
  let sum = ZERO;
  for (const other of tenors) {
    const amount = amountOf(other);
    if (amount !== undefined) sum = sum.plus(tenor === other.tenor ? amount : amount.times(rhoOf(tenor, other.tenor)));
  }
  return sum;
}
