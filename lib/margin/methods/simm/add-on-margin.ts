import { Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { buildNode, numberInput, slug } from '../build-node';
import type { MarginFailure, MarginNode } from '../margin-node';
import { type AddOnItem, inUsd, type UsdRates, usdRate } from './crif-netting';
import { groupBy } from './exposure';
import type { ProductClassMargin } from './product-class-margin';
import { rowsFailure } from './rows-failure';
import type { SimmFigures } from './simm-figures';

const PERCENT = new Decimal('0.01');

/** The add-on of a netting set under one regulation, and why parts of it have no amount. */
export interface AddOnMargin {
  readonly total: Decimal;
  readonly node: MarginNode | null;
  readonly failures: readonly MarginFailure[];
  readonly notes: readonly string[];
  /** What one unit of each item's sum moves the add-on; items that have no part in it are missing. */
  readonly slopes: ReadonlyMap<AddOnItem, Decimal>;
  /** What the multipliers add to one dollar of each product class, by its name. */
  readonly multiples: ReadonlyMap<string, Decimal>;
}

interface Found {
  readonly failures: MarginFailure[];
  readonly notes: string[];
  readonly slopes: Map<AddOnItem, Decimal>;
  readonly multiples: Map<string, Decimal>;
}

/** Fixed amounts + Σ factor × Σ |notional| by product + Σ (multiplier − 1) × the product class's own margin. Amounts in dollars. */
export function addOnMargin(
  items: readonly AddOnItem[],
  products: readonly ProductClassMargin[],
  figures: SimmFigures,
  rates: UsdRates,
  parent: string,
): AddOnMargin {
  const path = `${parent}/add-on`;
  const found: Found = { failures: [], notes: [], slopes: new Map(), multiples: new Map() };
  if (items.length === 0) return { total: ZERO, node: null, ...found };
  const children = [
    ...fixedNodes(items, figures, rates, path, found),
    ...notionalNodes(items, figures, rates, path, found),
    ...multiplierNodes(items, products, figures, path, found),
  ];
  if (children.length === 0) return { total: ZERO, node: null, ...found };
  const total = sumDecimals(children.map(({ amount }) => amount));
  const node = buildNode({
    path,
    label: 'Add-on',
    level: 'class',
    amount: total,
    formula: 'simm.add-on: fixed amounts + Σ factor × Σ |notional| + Σ (multiplier − 1) × product class',
    citations: [figures.citation],
    children,
  });
  return { total, node, ...found };
}

function fixedNodes(items: readonly AddOnItem[], figures: SimmFigures, rates: UsdRates, parent: string, found: Found): MarginNode[] {
  const fixed = items.filter(({ kind }) => kind === 'fixed');
  if (fixed.length === 0) return [];
  const amount = usdSum(fixed, ONE, rates, found);
  return [addOnNode(`${parent}/fixed`, 'Fixed amounts', amount, 'simm.add-on-fixed: sum of the amounts in the file', figures)];
}

function notionalNodes(items: readonly AddOnItem[], figures: SimmFigures, rates: UsdRates, parent: string, found: Found): MarginNode[] {
  const notionals = groupBy(
    items.filter(({ kind }) => kind === 'notional'),
    ({ name }) => name,
  );
  return notionals.flatMap(([name, ofProduct]) => {
    const factors = items.filter((item) => item.kind === 'factor' && item.name === name);
    if (factors.length === 0) {
      found.notes.push(`The notional of ${name} has no Param_AddOnNotionalFactor and adds nothing.`);
      return [];
    }
    const factor = oneValue(factors, `The rows of Param_AddOnNotionalFactor for ${name} differ; none is taken.`, found.failures);
    if (factor === null) return [];
    const notional = usdSum(ofProduct, factor.times(PERCENT), rates, found);
    return [
      addOnNode(
        `${parent}/notional-${slug(name)}`,
        name,
        notional.times(factor).times(PERCENT),
        'simm.add-on-notional: factor × Σ |notional|',
        figures,
        [numberInput('Σ |notional|', notional, 'USD'), numberInput('factor', factor, 'percent')],
      ),
    ];
  });
}

function multiplierNodes(
  items: readonly AddOnItem[],
  products: readonly ProductClassMargin[],
  figures: SimmFigures,
  parent: string,
  found: Found,
): MarginNode[] {
  const multipliers = groupBy(
    items.filter(({ kind }) => kind === 'multiplier'),
    ({ name }) => name,
  );
  return multipliers.flatMap(([name, ofClass]) => {
    const product = products.find(({ productClass }) => productClass.toLowerCase() === name.toLowerCase());
    if (product === undefined) return [];
    const multiplier = oneValue(ofClass, `The rows of Param_ProductClassMultiplier for ${name} differ; none is taken.`, found.failures);
    if (multiplier === null) return [];
    if (multiplier.lt(1)) {
      found.failures.push(
        rowsFailure('INVALID', `The multiplier of ${name} is ${multiplier}; a multiplier is at least 1, so none is taken.`, ofClass),
      );
      return [];
    }
    found.multiples.set(product.productClass, multiplier.minus(ONE));
    return [
      addOnNode(
        `${parent}/multiplier-${slug(name)}`,
        `Multiplier of ${product.productClass}`,
        multiplier.minus(ONE).times(product.total),
        'simm.add-on-multiplier: (multiplier − 1) × the product class',
        figures,
        [numberInput('multiplier', multiplier, 'ratio'), numberInput('margin of the product class', product.total, 'USD')],
      ),
    ];
  });
}

/** The sum in dollars, and for each item what one unit of it moves the add-on: `per` × its rate. */
function usdSum(items: readonly AddOnItem[], per: Decimal, rates: UsdRates, { slopes, failures }: Found): Decimal {
  return sumDecimals(
    items.map((item) => {
      const amount = inUsd(item.sum, item.currency, rates);
      if (amount === null) failures.push(rowsFailure('NO_RATE', `There is no rate from ${item.currency} to USD.`, [item]));
      else slopes.set(item, per.times(usdRate(item.currency, rates)));
      return amount ?? ZERO;
    }),
  );
}

/** The one value that all items have; where they differ, a failure and null. */
function oneValue(items: readonly AddOnItem[], message: string, failures: MarginFailure[]): Decimal | null {
  const [first, ...others] = items;
  if (first === undefined) return null;
  const value = first.sum.value();
  if (others.every(({ sum }) => sum.value().eq(value))) return value;
  failures.push(rowsFailure('INVALID', message, items));
  return null;
}

function addOnNode(
  path: string,
  label: string,
  amount: Decimal,
  formula: string,
  figures: SimmFigures,
  inputs: MarginNode['inputs'] = [],
): MarginNode {
  return buildNode({ path, label, level: 'adjustment', amount, formula, citations: [figures.citation], inputs });
}
