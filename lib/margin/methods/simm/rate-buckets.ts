import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { SIMM_TENORS } from '../../parameters/simm-pack';
import { numberInput } from '../build-node';
import { type BucketMargin, rootOf } from './bucket-margin';
import { type Exposure, groupBy, sumOf } from './exposure';
import { factorInputs } from './factor-inputs';
import type { SimmFigures } from './simm-figures';

const WEIGHTS = 'InterestRate/RiskWeights';
const CORRELATIONS = 'InterestRate/Correlations';
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
    const concentration = squared.sqrt();

    const points = curve.map(({ factor, amount }) => ({
      tenor: factor.tenor,
      weighted: amount.times(figures.ofHorizon(`${WEIGHTS}/Delta`, `${group}|${factor.tenor}`)),
      curve: factor.label2,
    }));
    const onCurves = sumDecimals(points.map(({ weighted }) => weighted));
    const onInflation = sumOf(inflation).times(figures.ofHorizon(`${WEIGHTS}/Inflation`));
    const onBasis = sumOf(basis).times(figures.ofHorizon(`${WEIGHTS}/XCcyBasis`));
    const concentrated = curveVariance(points, figures)
      .plus(onInflation.times(onInflation))
      .plus(
        onInflation
          .times(onCurves)
          .times(figures.at(`${CORRELATIONS}/Inflation`))
          .times(2),
      );
    const sumConcentrated = onCurves.plus(onInflation).times(concentration);
    const variance = concentrated
      .times(squared)
      .plus(onBasis.times(onBasis))
      .plus(
        sumConcentrated
          .times(onBasis)
          .times(figures.at(`${CORRELATIONS}/XCcyBasis`))
          .times(2),
      );
    const sum = sumConcentrated.plus(onBasis);
    const tenors = SIMM_TENORS.filter((tenor) => points.some((point) => point.tenor === tenor));
    return {
      bucket: currency,
      k: rootOf(variance),
      sum,
      concentration,
      inputs: [
        numberInput('Σ WS', sum, 'USD'),
        numberInput('CR', concentration, 'ratio'),
        { name: 'volatility group', value: group },
        ...factorInputs(members),
      ],
      parameters: [
        ...tenors.map((tenor) => figures.reference(figures.horizonPath(`${WEIGHTS}/Delta`, `${group}|${tenor}`), 'per basis point')),
        ...(inflation.length > 0 ? [figures.reference(figures.horizonPath(`${WEIGHTS}/Inflation`), 'per basis point')] : []),
        ...(basis.length > 0 ? [figures.reference(figures.horizonPath(`${WEIGHTS}/XCcyBasis`), 'per basis point')] : []),
        figures.reference(threshold, 'USD million per basis point'),
      ],
    };
  });
}

/** Vega of interest rates, one bucket for each currency; inflation of all expiries is one factor. */
export function rateVegaBuckets(exposures: readonly Exposure[], figures: SimmFigures): BucketMargin[] {
  const weight = figures.ofHorizon(`${WEIGHTS}/Vega`);
  return groupBy(exposures, ({ factor }) => factor.qualifier).map(([currency, members]) => {
    const threshold = `${THRESHOLDS}/Vega/${figures.currencyGroup(THRESHOLDS, currency)}`;
    const squared = figures.concentration(sumOf(members), threshold);
    const concentration = squared.sqrt();
    const sum = sumOf(members).times(weight).times(concentration);
    const variance = expiryVariance(
      byExpiry(members, () => weight),
      figures,
      (rho) => rho,
    ).times(squared);
    return {
      bucket: currency,
      k: rootOf(variance),
      sum,
      concentration,
      inputs: [numberInput('Σ VR', sum, 'USD'), numberInput('CR', concentration, 'ratio'), ...factorInputs(members)],
      parameters: [figures.reference(figures.horizonPath(`${WEIGHTS}/Vega`), 'ratio'), figures.reference(threshold, 'USD million')],
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
    const risks = byExpiry(members, (tenor) => figures.curvatureScale(tenor));
    const sum = sumDecimals([...risks.values()]);
    return {
      bucket: currency,
      k: rootOf(expiryVariance(risks, figures, (rho) => rho.times(rho))),
      sum,
      absolute: sumDecimals([...risks.values()].map((risk) => risk.abs())),
      concentration: null,
      inputs: [numberInput('Σ CVR', sum, 'USD'), ...factorInputs(members)],
      parameters: [],
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

function expiryVariance(risks: ReadonlyMap<string, Decimal>, figures: SimmFigures, shape: (rho: Decimal) => Decimal): Decimal {
  const entries = [...risks];
  let variance = ZERO;
  entries.forEach(([a, risk], i) => {
    variance = variance.plus(risk.times(risk));
    for (const [b, other] of entries.slice(0, i)) {
      const path = a === INFLATION || b === INFLATION ? `${CORRELATIONS}/Inflation` : `${CORRELATIONS}/IntraBucket/${a}|${b}`;
      variance = variance.plus(
        risk
          .times(other)
          .times(shape(figures.at(path)))
          .times(2),
      );
    }
  });
  return variance;
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
  const tenors = groupBy(points, ({ tenor }) => tenor).map(([tenor, members]) => ({
    tenor,
    sum: sumDecimals(members.map(({ weighted }) => weighted)),
    curves: new Map(members.map(({ curve, weighted }) => [curve, weighted])),
  }));
  let variance = ZERO;
  tenors.forEach((one, i) => {
    for (const other of tenors.slice(0, i + 1)) {
      let along = ZERO;
      for (const [curve, weighted] of one.curves) along = along.plus(weighted.times(other.curves.get(curve) ?? ZERO));
      const term = one.sum.times(other.sum).times(phi).plus(along.times(rest));
      variance = variance.plus(
        one === other ? term : term.times(figures.at(`${CORRELATIONS}/IntraBucket/${one.tenor}|${other.tenor}`)).times(2),
      );
    }
  });
  return variance;
}
