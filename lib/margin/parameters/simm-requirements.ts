import { SIMM_BUCKETS, SIMM_HORIZONS, SIMM_RISK_CLASSES, SIMM_TENORS } from './simm-pack';

/** What a figure of a pack is, which decides the range that it must lie in. */
export type SimmFigureKind = 'risk weight' | 'correlation' | 'threshold' | 'ratio';

/** A path that a complete pack has. `figure` null: a list of currencies. A missing `optional` list is empty. */
export interface SimmRequirement {
  readonly path: string;
  readonly figure: SimmFigureKind | null;
  readonly optional?: boolean;
}

/** Every path of a complete pack, in the order in which a pack writes them. */
export function simmRequirements(): SimmRequirement[] {
  return [
    ...interestRate(),
    ...credit('CreditQualifying'),
    ...credit('CreditNonQualifying'),
    ...equity(),
    ...commodity(),
    ...fx(),
    ...pairs('RiskClassCorrelations', SIMM_RISK_CLASSES),
  ];
}

function interestRate(): SimmRequirement[] {
  const weights = 'InterestRate/RiskWeights';
  const correlations = 'InterestRate/Correlations';
  const thresholds = 'InterestRate/ConcentrationThresholds';
  const curve = ['1', '2', '3'].flatMap((bucket) => SIMM_TENORS.map((tenor) => `${bucket}|${tenor}`));
  return [
    ...horizons(`${weights}/Delta`, curve),
    ...horizons(`${weights}/Vega`),
    ...horizons(`${weights}/HistoricalVolatilityRatio`, null, 'ratio'),
    ...horizons(`${weights}/Inflation`),
    ...horizons(`${weights}/XCcyBasis`),
    ...lists(weights, ['1', '2', '3']),
    ...pairs(`${correlations}/IntraBucket`, SIMM_TENORS),
    ...['SubCurves', 'Inflation', 'XCcyBasis', 'Outer'].map((name) => correlation(`${correlations}/${name}`)),
    ...each(`${thresholds}/Delta`, ['1', '2', '3', '4'], 'threshold'),
    ...each(`${thresholds}/Vega`, ['1', '2', '3', '4'], 'threshold'),
    ...lists(thresholds, ['1', '2', '3', '4']),
  ];
}

function credit(name: 'CreditQualifying' | 'CreditNonQualifying'): SimmRequirement[] {
  const buckets = SIMM_BUCKETS[name];
  const ofTranches = name === 'CreditQualifying';
  return [
    ...horizons(`${name}/RiskWeights/Delta`, buckets),
    ...horizons(`${name}/RiskWeights/Vega`),
    ...(ofTranches ? horizons(`${name}/RiskWeights/BaseCorrelation`) : []),
    ...['aggregate|same', 'aggregate|different', 'residual|same', 'residual|different'].map((key) =>
      correlation(`${name}/Correlations/IntraBucket/${key}`),
    ),
    ...pairs(
      `${name}/Correlations/InterBucket`,
      buckets.filter((bucket) => bucket !== 'Residual'),
    ),
    ...(ofTranches ? [correlation(`${name}/Correlations/BaseCorrelation`)] : []),
    ...each(`${name}/ConcentrationThresholds/Delta`, buckets, 'threshold'),
    { path: `${name}/ConcentrationThresholds/Vega`, figure: 'threshold' },
  ];
}

function equity(): SimmRequirement[] {
  const buckets = SIMM_BUCKETS.Equity;
  return [
    ...horizons('Equity/RiskWeights/Delta', buckets),
    ...horizons('Equity/RiskWeights/Vega', buckets),
    ...bucketed('Equity', buckets),
  ];
}

function commodity(): SimmRequirement[] {
  const buckets = SIMM_BUCKETS.Commodity;
  return [
    ...horizons('Commodity/RiskWeights/Delta', buckets),
    ...horizons('Commodity/RiskWeights/Vega'),
    ...bucketed('Commodity', buckets),
  ];
}

function bucketed(name: string, buckets: readonly string[]): SimmRequirement[] {
  return [
    ...horizons(`${name}/RiskWeights/HistoricalVolatilityRatio`, null, 'ratio'),
    ...buckets.map((bucket) => correlation(`${name}/Correlations/IntraBucket/${bucket}`)),
    ...pairs(
      `${name}/Correlations/InterBucket`,
      buckets.filter((bucket) => bucket !== 'Residual'),
    ),
    ...each(`${name}/ConcentrationThresholds/Delta`, buckets, 'threshold'),
    ...each(`${name}/ConcentrationThresholds/Vega`, buckets, 'threshold'),
  ];
}

function fx(): SimmRequirement[] {
  const groups = ['1', '2'];
  const groupPairs = groups.flatMap((a) => groups.map((b) => `${a}|${b}`));
  return [
    ...horizons('FX/RiskWeights/Delta', groupPairs),
    ...horizons('FX/RiskWeights/Vega'),
    ...horizons('FX/RiskWeights/HistoricalVolatilityRatio', null, 'ratio'),
    ...lists('FX/RiskWeights', ['2']),
    // a version may have no currency of high volatility
    { path: 'FX/RiskWeights/CurrencyLists/1', figure: null, optional: true },
    ...groups.flatMap((group) => groupPairs.map((pair) => correlation(`FX/Correlations/IntraBucket/${group}|${pair}`))),
    correlation('FX/Correlations/Volatility'),
    ...each('FX/ConcentrationThresholds/Delta', ['1', '2', '3'], 'threshold'),
    ...each('FX/ConcentrationThresholds/Vega', ['1', '2', '3', '4', '5', '6'], 'threshold'),
    ...lists('FX/ConcentrationThresholds', ['1', '2', '3']),
  ];
}

function horizons(path: string, keys: readonly string[] | null = null, figure: SimmFigureKind = 'risk weight'): SimmRequirement[] {
  return SIMM_HORIZONS.flatMap((horizon) =>
    keys === null ? [{ path: `${path}/${horizon}`, figure }] : each(`${path}/${horizon}`, keys, figure),
  );
}

function each(path: string, keys: readonly string[], figure: SimmFigureKind): SimmRequirement[] {
  return keys.map((key) => ({ path: `${path}/${key}`, figure }));
}

function pairs(path: string, keys: readonly string[]): SimmRequirement[] {
  return keys.flatMap((a) => keys.filter((b) => b !== a).map((b) => correlation(`${path}/${a}|${b}`)));
}

function lists(path: string, keys: readonly string[]): SimmRequirement[] {
  return keys.map((key) => ({ path: `${path}/CurrencyLists/${key}`, figure: null }));
}

function correlation(path: string): SimmRequirement {
  return { path, figure: 'correlation' };
}
