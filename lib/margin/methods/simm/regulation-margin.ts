import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { SIMM_BUCKETS } from '../../parameters/simm-pack';
import { SIMM_PRODUCT_CLASSES } from '../../portfolio/crif-row';
import { buildNode, slug } from '../build-node';
import type { MarginFailure, MarginNode } from '../margin-node';
import { addOnMargin } from './add-on-margin';
import { type AddOnItem, inUsd, type NetSensitivity, type RefusedRows, type UsdRates, usdRate } from './crif-netting';
import { type Exposure, groupBy } from './exposure';
import { productClassMargin } from './product-class-margin';
import { SIMM_MEASURES, type SimmMeasure } from './risk-class-margin';
import type { RiskFactor } from './risk-factor';
import { rowsFailure } from './rows-failure';
import type { SimmFigures } from './simm-figures';
import { Slopes } from './slopes';

/** Margin by measure, in one currency. The measures do not add up to the total: each is put together over risk classes on its own. */
export type SimmMeasures = Readonly<Record<SimmMeasure | 'addOn', Decimal>>;

/** The margin of one netting set under one list of rows. Amounts in dollars. */
export interface RegulationMargin {
  readonly total: Decimal;
  readonly measures: () => SimmMeasures;
  readonly node: () => MarginNode;
  readonly notes: () => readonly string[];
  /** What one unit of each item's sum moves the total (Euler: Σ slope × sum is the total). Items without an amount are missing. */
  readonly slopes: () => ReadonlyMap<NettedItem, Decimal>;
  readonly counted: CountedRows;
}

/** What rows were netted to. */
export type NettedItem = NetSensitivity | AddOnItem;

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
  const usable = usableOf(rows.sensitivities, figures, rates, failures);
  const exposures = exposuresOf(usable, figures, side);
  const products = SIMM_PRODUCT_CLASSES.flatMap((productClass) => {
    const members = exposures.filter(({ factor }) => factor.productClass === productClass);
    return members.length === 0 ? [] : [productClassMargin(productClass, members, figures, path)];
  });
  const addOn = addOnMargin(rows.addOns, products, figures, rates, path);
  const total = sumDecimals([...products.map((product) => product.total), addOn.total]);
  const measures = () => {
    const ofProducts = products.map((product) => product.measures());
    const measured = SIMM_MEASURES.map((measure) => [measure, sumDecimals(ofProducts.map((each) => each[measure]))] as const);
    return { ...(Object.fromEntries(measured) as Record<SimmMeasure, Decimal>), addOn: addOn.total };
  };
  const node = () =>
    buildNode({
      path,
      label,
      level: 'regime',
      amount: total,
      formula: 'simm.total: sum of the product classes + add-on',
      citations: [figures.citation],
      inputs: [{ name: 'side', value: side }],
      failures: merged([...failures, ...addOn.failures]),
      children: [...products.map((product) => product.node()), ...(addOn.node === null ? [] : [addOn.node])],
    });
  const slopes = () => {
    const byFactor = new Slopes();
    for (const product of products) product.spread(ONE.plus(addOn.multiples.get(product.productClass) ?? ZERO), byFactor);
    const byItem = new Map<NettedItem, Decimal>(addOn.slopes);
    for (const { item } of usable) {
      const slope = byFactor.of(item.factor.key).times(usdRate(item.currency, rates));
      byItem.set(item, side === 'post' ? slope.neg() : slope);
    }
    return byItem;
  };
  return { total, measures, node, slopes, counted: rows, notes: () => [...addOn.notes, ...bucketNotes(rows.sensitivities, figures)] };
}

interface UsableItem {
  readonly item: NetSensitivity;
  readonly amount: Decimal;
}

/** Sensitivities with their dollars; what has no bucket or no rate goes to the failures. */
function usableOf(
  sensitivities: readonly NetSensitivity[],
  figures: SimmFigures,
  rates: UsdRates,
  failures: MarginFailure[],
): UsableItem[] {
  return sensitivities.flatMap((item) => {
    const unknown = bucketProblem(item.factor);
    // a calculation in its own currency has no risk to it, so that it needs no rate either
    const amount = isOwnCurrency(item.factor, figures) ? ZERO : inUsd(item.sum, item.currency, rates);
    if (unknown !== null) failures.push(rowsFailure('INVALID', unknown, [item]));
    else if (amount === null)
      failures.push(rowsFailure('NO_RATE', `There is no rate from ${item.currency || 'no currency'} to USD.`, [item]));
    else return [{ item, amount }];
    return [];
  });
}

function exposuresOf(usable: readonly UsableItem[], figures: SimmFigures, side: 'collect' | 'post'): Exposure[] {
  const counted = usable.filter(({ item }) => !isOwnCurrency(item.factor, figures));
  return groupBy(counted, ({ item }) => item.factor.key).flatMap(([, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const amount = members.length === 1 ? first.amount : sumDecimals(members.map((member) => member.amount));
    return [{ factor: first.item.factor, amount: side === 'post' ? amount.neg() : amount }];
  });
}

function isOwnCurrency({ riskClass, sensitivity, qualifier }: RiskFactor, figures: SimmFigures): boolean {
  return riskClass === 'FX' && sensitivity === 'delta' && qualifier === figures.calculationCurrency;
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
