import { type Decimal, ONE } from '@/lib/core/decimal';
import type { SimmRiskClass } from '../../parameters/simm-pack';
import type { RiskFactor } from './risk-factor';
import type { SimmFigures } from './simm-figures';

export type BucketedClass = Exclude<SimmRiskClass, 'InterestRate'>;

/** The one bucket of a class that has no others. */
export const SINGLE_BUCKET = 'All';

/** ρ inside a bucket: between factors of one group, and across groups. `within` null: there are no groups. */
export interface BucketCorrelations {
  readonly across: Decimal;
  readonly within: ((group: string) => Decimal) | null;
}

export function bucketOf({ riskClass, bucket }: RiskFactor): string {
  return riskClass === 'FX' ? SINGLE_BUCKET : bucket;
}

/** Within credit all tenors stand as factors of their own; elsewhere option expiries of one name add up. */
export function keepsTenors(riskClass: BucketedClass): boolean {
  return riskClass === 'CreditQualifying' || riskClass === 'CreditNonQualifying';
}

/** Factors of one group have the higher correlation: an issuer, the group that Label2 names, an FX volatility group. */
export function groupOf(factor: RiskFactor, figures: SimmFigures): string {
  if (factor.riskClass === 'CreditNonQualifying' && factor.label2 !== '') return factor.label2;
  if (factor.riskClass === 'FX' && factor.sensitivity === 'delta') return figures.currencyGroup('FX/RiskWeights', factor.qualifier);
  return factor.qualifier;
}

export function correlationsOf(
  riskClass: BucketedClass,
  sensitivity: 'delta' | 'vega',
  bucket: string,
  figures: SimmFigures,
): BucketCorrelations {
  if (riskClass === 'FX') {
    if (sensitivity === 'vega') return { across: figures.at('FX/Correlations/Volatility'), within: null };
    const own = figures.currencyGroup('FX/RiskWeights', figures.calculationCurrency);
    const at = (a: string, b: string) => figures.at(`FX/Correlations/IntraBucket/${own}|${a}|${b}`);
    return { across: at('1', '2'), within: (group) => at(group, group) };
  }
  if (riskClass === 'CreditQualifying' || riskClass === 'CreditNonQualifying') {
    const kind = bucket === 'Residual' ? 'residual' : 'aggregate';
    const at = (relation: string) => figures.at(`${riskClass}/Correlations/IntraBucket/${kind}|${relation}`);
    return { across: at('different'), within: () => at('same') };
  }
  return { across: figures.at(`${riskClass}/Correlations/IntraBucket/${bucket}`), within: null };
}

/** The path of the delta risk weight of a factor. */
export function deltaWeightPath({ riskClass, bucket, qualifier }: RiskFactor, figures: SimmFigures): string {
  if (riskClass !== 'FX') return figures.horizonPath(`${riskClass}/RiskWeights/Delta`, bucket);
  const own = figures.currencyGroup('FX/RiskWeights', figures.calculationCurrency);
  return figures.horizonPath('FX/RiskWeights/Delta', `${own}|${figures.currencyGroup('FX/RiskWeights', qualifier)}`);
}

export function vegaWeightPath({ riskClass, bucket }: RiskFactor, figures: SimmFigures): string {
  return figures.horizonPath(`${riskClass}/RiskWeights/Vega`, riskClass === 'Equity' ? bucket : undefined);
}

export function thresholdPath(factor: RiskFactor, figures: SimmFigures): string {
  const { riskClass, sensitivity, bucket, qualifier } = factor;
  const folder = `${riskClass}/ConcentrationThresholds`;
  if (riskClass === 'FX' && sensitivity === 'delta') return `${folder}/Delta/${figures.currencyGroup(folder, qualifier)}`;
  if (riskClass === 'FX') {
    const category = (at: number) => figures.currencyGroup(folder, qualifier.slice(at, at + 3));
    const pair = [category(0), category(3)].sort().join('');
    return `${folder}/Vega/${FX_VEGA_CATEGORY[pair] ?? ''}`;
  }
  if (sensitivity === 'delta') return `${folder}/Delta/${bucket}`;
  return `${folder}/Vega${keepsTenors(riskClass as BucketedClass) ? '' : `/${bucket}`}`;
}

/** The pair's categories of trading volume, in order, to the pair's own. */
const FX_VEGA_CATEGORY: Readonly<Record<string, string>> = { '11': '1', '12': '2', '13': '3', '22': '4', '23': '5', '33': '6' };

/** σ that turns a vega into a volatility-weighted one: credit rows hold the product already, others take the delta risk weight's. */
export function volatilityOf(factor: RiskFactor, figures: SimmFigures): Decimal {
  const { riskClass, bucket, qualifier } = factor;
  if (riskClass === 'CreditQualifying' || riskClass === 'CreditNonQualifying') return ONE;
  if (riskClass !== 'FX') return figures.ofHorizon(`${riskClass}/RiskWeights/Delta`, bucket).times(figures.volatilityScale);
  const group = (at: number) => figures.currencyGroup('FX/RiskWeights', qualifier.slice(at, at + 3));
  return figures.ofHorizon('FX/RiskWeights/Delta', `${group(0)}|${group(3)}`).times(figures.volatilityScale);
}

/** HVR, which scales vega; 1 in credit. */
export function volatilityRatio(riskClass: BucketedClass, figures: SimmFigures): Decimal {
  return keepsTenors(riskClass) ? ONE : figures.ofHorizon(`${riskClass}/RiskWeights/HistoricalVolatilityRatio`);
}
