import { type Decimal, ONE, ZERO } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { Position } from '../../portfolio/position';
import type { PositionFailure } from '../group-failures';
import type { ClassMember, PortfolioClass } from './portfolio-line';
import { type LineContext, readLine } from './read-line';
import { RANGE_CLASS_LABELS, type RangeClass, valuationPoints } from './valuation-points';

const ON_INDEX = new Set(['index_option', 'equity_index_future', 'equity_index_swap', 'future_option']);
const ON_CURRENCY = new Set(['fx_option', 'fx_forward']);

/** A class from its members: what it is, the price of its underlier, and each position's gains. Facts that contradict each other leave it without amount. */
export function readClass(
  underlier: string,
  members: readonly ClassMember[],
  context: LineContext,
): Result<{ readonly class: PortfolioClass; readonly failures: readonly PositionFailure[] }, PositionFailure> {
  const all = (reason: PositionFailure['reason'], message: string) =>
    failure(...members.map(({ position }): PositionFailure => ({ reason, positionId: position.positionId, message })));
  const contradiction = (['underlierClass', 'productGroup', 'marketGroup'] as const).find((fact) => stated(members, fact).length > 1);
  if (contradiction !== undefined)
    return all(
      'INVALID',
      `Positions on ${underlier} contradict each other in ${COLUMN[contradiction]}: ${stated(members, contradiction).join(', ')}.`,
    );
  const rangeClass = rangeClassOf(members, context);
  if (rangeClass === null) return all('MISSING_DATA', `What ${underlier} is for portfolio margin is not known: fill underlier_class.`);
  const points = valuationPoints(rangeClass, context.settings.rule, context.settings.table);
  if (points === null)
    return all('NO_RULE', `The range of valuation points of ${RANGE_CLASS_LABELS[rangeClass]} was not read under this rule.`);
  const prices = stated(members, 'underlierPrice');
  if (prices.length > 1) return all('INVALID', `Positions on ${underlier} state different prices of it: ${prices.join(', ')}.`);
  const price = priceOf(members, context.currency);
  const failures: PositionFailure[] = [];
  const lines = members.flatMap((member) => {
    const line = readLine(member, { rangeClass, points, price: price?.value ?? null }, context);
    if (line.ok) return [line.value];
    failures.push(...line.failures);
    return [];
  });
  const [productGroup = null] = stated(members, 'productGroup');
  const [marketGroup = null] = stated(members, 'marketGroup');
  return success({ class: { underlier, rangeClass, points, price, productGroup, marketGroup, lines }, failures });
}

const COLUMN = { underlierClass: 'underlier_class', productGroup: 'product_group', marketGroup: 'market_group' } as const;

/** The different values that positions of a class state for a fact, in order. */
export function stated(members: readonly ClassMember[], fact: keyof typeof COLUMN | 'underlierPrice'): string[] {
  return [...new Set(members.flatMap(({ position }) => position[fact]?.toString() ?? []))].sort();
}

function rangeClassOf(members: readonly ClassMember[], { settings }: LineContext): RangeClass | null {
  const told = members.find(({ position }) => position.underlierClass !== undefined)?.position.underlierClass;
  if (told !== undefined) return told;
  const index = (position: Position, kind: ClassMember['kind']) =>
    ON_INDEX.has(position.product) || kind === 'basket' || (position.product === 'equity_swap' && kind === 'related');
  if (members.some(({ position, kind }) => index(position, kind))) {
    return members.some(({ position }) => position.underlierType === 'narrow_index') ? 'narrow_index' : settings.unstatedIndex;
  }
  return members.some(({ position }) => ON_CURRENCY.has(position.product)) ? null : 'equity';
}

/** Units of the calculation currency for one of the position's. */
export function rateOf(position: Position, currency: string): Decimal {
  return position.currency === currency ? ONE : (position.fxRate ?? ONE);
}

/** The stated price of the underlier, else that of the stock in the class, else what an option's notional makes of one unit. */
export function priceOf(members: readonly ClassMember[], currency: string): PortfolioClass['price'] {
  for (const { position } of members) {
    const { underlierPrice } = position;
    if (underlierPrice?.gt(0)) return { value: underlierPrice.times(rateOf(position, currency)), from: `stated by ${position.positionId}` };
  }
  for (const { position, resolved, kind } of members) {
    const { product, quantity, multiplier, exchangeableInto } = position;
    if (kind !== 'underlying' || product !== 'equity' || exchangeableInto !== undefined) continue;
    const units = quantity?.times(multiplier ?? ONE) ?? ZERO;
    if (units.gt(0) && resolved.marketValue !== null && !resolved.marketValue.isZero())
      return { value: resolved.marketValue.abs().div(units), from: `market value of ${position.positionId} over its quantity` };
  }
  for (const { position, resolved, kind } of members) {
    const units = kind === 'option' ? position.quantity?.times(position.multiplier ?? ONE) : undefined;
    if (units?.gt(0) && resolved.notional?.gt(0))
      return { value: resolved.notional.div(units), from: `notional of ${position.positionId} over its units` };
  }
  return null;
}
