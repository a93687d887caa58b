import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { SIMM_BUCKETS } from '../../parameters/simm-pack';
import { SIMM_PRODUCT_CLASSES } from '../../portfolio/crif-row';
import { buildNode, slug } from '../build-node';
import type { MarginFailure, MarginNode } from '../margin-node';
import { addOnMargin } from './add-on-margin';
import { type AddOnItem, inUsd, type NetSensitivity, type RefusedRows, type UsdRates } from './crif-netting';
import { type Exposure, groupBy } from './exposure';
import { productClassMargin } from './product-class-margin';
import { SIMM_MEASURES, type SimmMeasure } from './risk-class-margin';
import type { RiskFactor } from './risk-factor';
import { rowsFailure } from './rows-failure';
import type { SimmFigures } from './simm-figures';

/** Margin by measure, in one currency. The measures do not add up to the total: each is put together over risk classes on its own. */
export type SimmMeasures = Readonly<Record<SimmMeasure | 'addOn', Decimal>>;

/** The margin of one netting set under one list of rows. Amounts in dollars. */
export interface RegulationMargin {
  readonly total: Decimal;
  readonly measures: SimmMeasures;
  readonly node: MarginNode;
  readonly notes: readonly string[];
}

/** What of a netting set counts under a regulation. */
export interface CountedRows {
  readonly sensitivities: readonly NetSensitivity[];
  readonly addOns: readonly AddOnItem[];
  readonly refused: readonly RefusedRows[];
}

export interface MarginSettings {
  readonly figures: SimmFigures;
  readonly side: 'collect' | 'post';
  readonly rates: UsdRates;
}

/** Product classes and the add-on of the rows that count. What fails is left out and named; the rest is computed. */
export function regulationMargin(rows: CountedRows, settings: MarginSettings, path: string, label: string): RegulationMargin {
  const { figures, side, rates } = settings;
  const failures: MarginFailure[] = rows.refused.map((refused) => rowsFailure('INVALID', refused.problem, [refused]));
  const exposures = exposuresOf(rows.sensitivities, figures, side, rates, failures);
  const products = SIMM_PRODUCT_CLASSES.flatMap((productClass) => {
    const members = exposures.filter(({ factor }) => factor.productClass === productClass);
    return members.length === 0 ? [] : [productClassMargin(productClass, members, figures, path)];
  });
  const addOn = addOnMargin(rows.addOns, products, figures, rates, path);
  const total = sumDecimals([...products.map((product) => product.total), addOn.total]);
  const measured = SIMM_MEASURES.map((measure) => [measure, sumDecimals(products.map(({ measures }) => measures[measure]))] as const);
  const node = buildNode({
    path,
    label,
    level: 'regime',
    amount: total,
    formula: 'simm.total: sum of the product classes + add-on',
    citations: [figures.citation],
    inputs: [{ name: 'side', value: side }],
    failures: merged([...failures, ...addOn.failures]),
    children: [...products.map((product) => product.node), ...(addOn.node === null ? [] : [addOn.node])],
  });
  const measures = { ...(Object.fromEntries(measured) as Record<SimmMeasure, Decimal>), addOn: addOn.total };
  return { total, measures, node, notes: [...addOn.notes, ...bucketNotes(rows.sensitivities, figures)] };
}

function exposuresOf(
  sensitivities: readonly NetSensitivity[],
  figures: SimmFigures,
  side: 'collect' | 'post',
  rates: UsdRates,
  failures: MarginFailure[],
): Exposure[] {
  const usable: { factor: RiskFactor; amount: Decimal }[] = [];
  for (const item of sensitivities) {
    const { factor } = item;
    // a calculation in its own currency has no risk to it
    if (factor.riskClass === 'FX' && factor.sensitivity === 'delta' && factor.qualifier === figures.calculationCurrency) continue;
    const unknown = bucketProblem(factor);
    const amount = inUsd(item.sum, item.currency, rates);
    if (unknown !== null) failures.push(rowsFailure('INVALID', unknown, [item]));
    else if (amount === null)
      failures.push(rowsFailure('NO_RATE', `There is no rate from ${item.currency || 'no currency'} to USD.`, [item]));
    else usable.push({ factor, amount: side === 'post' ? amount.neg() : amount });
  }
  return groupBy(usable, ({ factor }) => factor.key).flatMap(([, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    return members.length === 1 ? [first] : [{ factor: first.factor, amount: sumDecimals(members.map(({ amount }) => amount)) }];
  });
}

function bucketProblem({ riskClass, sensitivity, bucket }: RiskFactor): string | null {
  if (riskClass === 'InterestRate' || riskClass === 'FX' || sensitivity === 'base-correlation') return null;
  if (SIMM_BUCKETS[riskClass].includes(bucket)) return null;
  return `${riskClass} has no bucket "${bucket}"; its buckets are ${SIMM_BUCKETS[riskClass].join(', ')}.`;
}

/** The file's buckets that the version's own lists overrule, and names that stand in two buckets. */
function bucketNotes(sensitivities: readonly NetSensitivity[], figures: SimmFigures): string[] {
  const notes = new Set<string>();
  const buckets = new Map<string, string>();
  for (const { factor, namedBucket } of sensitivities) {
    const { riskClass, qualifier, bucket, kind, sensitivity } = factor;
    if (riskClass === 'InterestRate' && kind === 'curve' && sensitivity === 'delta' && namedBucket !== '') {
      const own = figures.currencyGroup('InterestRate/RiskWeights', qualifier);
      if (own !== namedBucket)
        notes.add(
          `${qualifier} is in bucket ${own} of version ${figures.pack.version}, not ${namedBucket} as the file says; the version decides.`,
        );
    }
    if (bucket === '') continue;
    const name = `${riskClass} ${qualifier}`;
    const before = buckets.get(name);
    if (before !== undefined && before !== bucket)
      notes.add(`${qualifier} stands in two buckets of ${riskClass}; each is computed on its own.`);
    buckets.set(name, bucket);
  }
  return [...notes].sort();
}

function merged(failures: readonly MarginFailure[]): MarginFailure[] {
  return groupBy(failures, ({ reason, message }) => `${reason} ${message}`).flatMap(([, members]) => {
    const [first] = members;
    return first === undefined ? [] : [{ ...first, positionIds: [...new Set(members.flatMap(({ positionIds }) => positionIds))].sort() }];
  });
}

/** Margin in another currency: `rate` is dollars for one unit of it. */
export function inCurrency(amount: Decimal, rate: Decimal): Decimal {
  return rate.eq(1) ? amount : amount.div(rate);
}

export const NO_MEASURES: SimmMeasures = { delta: ZERO, vega: ZERO, curvature: ZERO, baseCorr: ZERO, addOn: ZERO };

/** A stable path segment for a netting set or a regulation. */
export function segment(name: string): string {
  return slug(name.toLowerCase());
}
