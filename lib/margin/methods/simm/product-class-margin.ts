import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { SIMM_RISK_CLASSES, type SimmRiskClass } from '../../parameters/simm-pack';
import { buildNode, slug } from '../build-node';
import type { MarginNode } from '../margin-node';
import { rootOf } from './bucket-margin';
import type { Exposure } from './exposure';
import { type RiskClassMargin, riskClassMargin, SIMM_MEASURES, type SimmMeasure } from './risk-class-margin';
import type { SimmProductClass } from './risk-factor';
import type { SimmFigures } from './simm-figures';
import type { Slopes } from './slopes';

/** A product class: its margin, and each measure put together over its risk classes alone. Amounts in dollars. */
export interface ProductClassMargin {
  readonly productClass: SimmProductClass;
  readonly total: Decimal;
  readonly measures: () => Readonly<Record<SimmMeasure, Decimal>>;
  readonly node: () => MarginNode;
  /** Adds to each factor's slope what it moves the total, times `per`. */
  readonly spread: (per: Decimal, slopes: Slopes) => void;
}

/** √(Σ Σ ψ IM IM) over the risk classes of one product class. The exposures stand in order of their factors' keys. */
export function productClassMargin(
  productClass: SimmProductClass,
  exposures: readonly Exposure[],
  figures: SimmFigures,
  parent: string,
): ProductClassMargin {
  const path = `${parent}/${slug(productClass.toLowerCase())}`;
  const classes = SIMM_RISK_CLASSES.flatMap((riskClass) => {
    const members = exposures.filter(({ factor }) => factor.riskClass === riskClass);
    return members.length === 0 ? [] : [riskClassMargin(riskClass, members, figures, path)];
  });
  const total = acrossClasses(classes, ({ total: amount }) => amount, figures);
  const measureOf = (measure: SimmMeasure) => acrossClasses(classes, ({ measures }) => measures[measure], figures);
  const measures = () => Object.fromEntries(SIMM_MEASURES.map((measure) => [measure, measureOf(measure)])) as Record<SimmMeasure, Decimal>;
  const node = () =>
    buildNode({
      path,
      label: productClass,
      level: 'class',
      amount: total,
      formula: 'simm.product-class: √(Σ Σ ψ IM IM)',
      citations: [figures.citation],
      parameters: pairsOf(classes.map(({ riskClass }) => riskClass)).map(([a, b]) =>
        figures.reference(`RiskClassCorrelations/${a}|${b}`, 'ratio'),
      ),
      children: classes.map((each) => each.node()),
    });
  const spread = (per: Decimal, slopes: Slopes) => spreadClasses(classes, total, figures, per, slopes);
  return { productClass, total, measures, node, spread };
}

function spreadClasses(classes: readonly RiskClassMargin[], total: Decimal, figures: SimmFigures, per: Decimal, slopes: Slopes): void {
  if (total.isZero()) return;
  for (const one of classes) {
    const correlated = classes.map((other) =>
      one === other ? one.total : other.total.times(figures.at(`RiskClassCorrelations/${one.riskClass}|${other.riskClass}`)),
    );
    one.spread(classes.length === 1 ? per : sumDecimals(correlated).div(total).times(per), slopes);
  }
}

function acrossClasses(classes: readonly RiskClassMargin[], amountOf: (margin: RiskClassMargin) => Decimal, figures: SimmFigures): Decimal {
  const [only] = classes;
  if (only === undefined) return ZERO;
  if (classes.length === 1) return amountOf(only);
  const squares = classes.map((each) => amountOf(each).times(amountOf(each)));
  const pairs = pairsOf(classes).map(([a, b]) =>
    amountOf(a)
      .times(amountOf(b))
      .times(figures.at(`RiskClassCorrelations/${a.riskClass}|${b.riskClass}`))
      .times(2),
  );
  return rootOf(sumDecimals([...squares, ...pairs]));
}

function pairsOf<T extends RiskClassMargin | SimmRiskClass>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}
