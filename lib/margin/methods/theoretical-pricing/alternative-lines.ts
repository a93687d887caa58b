import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { PositionFailure } from '../group-failures';
import type { ClassMember } from './portfolio-line';
import { priceOf, rateOf, stated } from './read-class';

/** Positions of one series on its net side, or of the underlier on its net side: what strategies of (b)(2) take their legs from. */
export interface AlternativeLine {
  readonly kind: 'call' | 'put' | 'stock';
  readonly long: boolean;
  /** Net units of the underlier, above 0. */
  readonly units: Decimal;
  /** For one unit; 0 for the underlier. */
  readonly strike: Decimal;
  readonly expiry: string;
  /** Market value of one unit of a long option; 0 for others. */
  readonly value: Decimal;
  readonly label: string;
  /** Positions of the net side with their units: they share the line's amount. */
  readonly positions: readonly { readonly id: string; readonly units: Decimal }[];
  /** Positions that the net side is netted with: they carry nothing. */
  readonly netted: readonly string[];
}

/** The lines of a class for (b)(2), with the price of one unit of its underlier. */
export interface AlternativeClass {
  readonly price: { readonly value: Decimal; readonly from: string };
  readonly lines: readonly AlternativeLine[];
}

interface Unit {
  readonly id: string;
  readonly key: string;
  readonly long: boolean;
  readonly kind: AlternativeLine['kind'];
  readonly units: Decimal;
  readonly strike: Decimal;
  readonly expiry: string;
  readonly value: Decimal;
}

/** A class as (b)(2) sees it: series and the underlier each net, in a fixed order; and the positions that it has no rule or too few facts for. */
export function alternativeClass(
  underlier: string,
  members: readonly ClassMember[],
  { asOf, currency }: { readonly asOf: string; readonly currency: string },
): { readonly class: AlternativeClass | null; readonly failures: readonly PositionFailure[] } {
  const all = (reason: PositionFailure['reason'], message: string) => ({
    class: null,
    failures: members.map(({ position }): PositionFailure => ({ reason, positionId: position.positionId, message })),
  });
  const prices = stated(members, 'underlierPrice');
  if (prices.length > 1) return all('INVALID', `Positions on ${underlier} state different prices of it: ${prices.join(', ')}.`);
  const stockOnly = members.every(({ kind }) => kind === 'underlying');
  const price =
    priceOf(members, currency) ?? (stockOnly ? { value: ONE, from: 'no option is on it; a unit is one of the currency' } : null);
  if (price === null)
    return all('MISSING_DATA', 'The price of the underlier is missing: state underlier_price, or hold the stock in the account.');
  const failures: PositionFailure[] = [];
  const byKey = new Map<string, Unit[]>();
  for (const member of members) {
    const unit = unitOf(member, price.value, asOf, currency);
    if (!unit.ok) failures.push(...unit.failures);
    else {
      const series = byKey.get(unit.value.key);
      if (series) series.push(unit.value);
      else byKey.set(unit.value.key, [unit.value]);
    }
  }
  const lines = [...byKey.keys()].sort().flatMap((key) => net(byKey.get(key) ?? []));
  return { class: lines.length === 0 ? null : { price, lines }, failures };
}

function unitOf({ position, resolved, kind }: ClassMember, price: Decimal, asOf: string, currency: string): Result<Unit, PositionFailure> {
  const { positionId, quantity, multiplier, strike, optionType, maturity, product } = position;
  const fail = (reason: PositionFailure['reason'], message: string) => failure({ reason, positionId, message });
  const long = resolved.direction === 'long';
  if (kind === 'underlying') {
    const value = product === 'equity' ? resolved.marketValue?.abs() : (resolved.notional ?? undefined);
    if (value === undefined) return fail('MISSING_DATA', 'The value of the position in the underlier is missing.');
    return success({ id: positionId, key: 'stock', long, kind: 'stock', units: value.div(price), strike: ZERO, expiry: '', value: ZERO });
  }
  if (kind !== 'option' || (product !== 'equity_option' && product !== 'index_option'))
    return fail(
      'NO_RULE',
      'The text of (b)(2) that was read names options on securities and indexes, and positions in the underlier only.',
    );
  if (quantity === null || multiplier === null) return fail('MISSING_DATA', 'The quantity or the multiplier is missing.');
  if (strike === null || optionType === null || maturity === null)
    return fail('MISSING_DATA', 'An option needs its strike, option type and maturity.');
  if (maturity < asOf) return fail('INVALID', `The option expired before ${asOf}, the date of the portfolio.`);
  const units = quantity.times(multiplier);
  if (!units.gt(0)) return fail('INVALID', 'The quantity and the multiplier are above 0.');
  if (long && resolved.marketValue === null)
    return fail('MISSING_DATA', 'The market value is missing, of which a long option has a half deducted.');
  const value = long ? (resolved.marketValue?.abs().div(units) ?? ZERO) : ZERO;
  const exercise = strike.times(rateOf(position, currency));
  return success({
    id: positionId,
    key: `${optionType} ${maturity} ${exercise}`,
    long,
    kind: optionType,
    units,
    strike: exercise,
    expiry: maturity,
    value,
  });
}

function net(units: readonly Unit[]): AlternativeLine[] {
  const [first] = units;
  if (first === undefined) return [];
  const side = (long: boolean) => units.filter((unit) => unit.long === long);
  const sum = (list: readonly Unit[]) => sumDecimals(list.map((unit) => unit.units));
  const [longs, shorts] = [side(true), side(false)];
  const difference = sumDecimals([sum(longs), sum(shorts).neg()]);
  const long = !difference.isNegative();
  const [own, netted] = long ? [longs, shorts] : [shorts, longs];
  const total = sum(own);
  const value = total.isZero() ? ZERO : sumDecimals(own.map((unit) => unit.value.times(unit.units))).div(total);
  return [
    {
      kind: first.kind,
      long,
      units: difference.abs(),
      strike: first.strike,
      expiry: first.expiry,
      value,
      label: first.kind === 'stock' ? 'the underlier' : `${first.kind} ${first.strike.toDecimalPlaces(6)}, ${first.expiry}`,
      positions: own.map(({ id, units: own }) => ({ id, units: own })),
      netted: netted.map(({ id }) => id),
    },
  ];
}

/** How far an option is in the money at the price, for one unit; negative where it is out of it. */
export function moneyness({ kind, strike }: Pick<AlternativeLine, 'kind' | 'strike'>, price: Decimal): Decimal {
  return kind === 'call' ? price.minus(strike) : strike.minus(price);
}
