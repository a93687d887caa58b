import { Decimal, ZERO } from '@/lib/core/decimal';
import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';

/** Other securities, equities among them, 17 CFR 240.15c3-1(c)(2)(vi)(J). */
export const OTHER_SECURITIES_FIGURE: ParameterReference = {
  name: 'Other securities',
  value: '15',
  unit: 'percent of market value',
  citation: haircutRule('(J)'),
};

export const FREE_SHARE_FIGURE: ParameterReference = {
  name: 'share of the greater side up to which the lesser side carries no deduction',
  value: '25',
  unit: 'percent',
  citation: haircutRule('(J)'),
};

const RATE = new Decimal('0.15');
const FREE_SHARE = new Decimal('0.25');

/** 15 % of the greater side, and 15 % of what the lesser side has beyond 25 % of the greater. */
export function otherSecuritiesDeduction(long: Decimal, short: Decimal): { greater: Decimal; excess: Decimal; deduction: Decimal } {
  const greater = Decimal.max(long, short);
  const excess = Decimal.max(Decimal.min(long, short).minus(greater.times(FREE_SHARE)), ZERO);
  return { greater, excess, deduction: greater.plus(excess).times(RATE) };
}
