import { Decimal, ONE, ZERO } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { ScanCommodity } from '../../parameters/scan-parameters';
import { americanOption } from '../../pricing/american-option';
import { europeanOption } from '../../pricing/european-option';
import { type Fixed, fixedToUnits, toFixedPoint, unitsToDecimal } from '../../pricing/fixed';
import { type OptionTerms, VALUE_PLACES } from '../../pricing/option-terms';
import { daysBetween } from '../calendar';
import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';
import { coverOf, priceMove, SCAN_SCENARIOS, type ScanScenario, volatilityMove } from './scan-scenarios';

/** A position as the scan sees it; amounts in the calculation currency, signed from its holder: a loss is positive. */
export interface ScanLine {
  readonly id: string;
  /** In order of the scenarios. */
  readonly losses: readonly Decimal[];
  /** Contracts of the underlier that move alike, negative for a short one. */
  readonly delta: Decimal;
  /** Calendar months from the day of the portfolio to that of maturity. */
  readonly months: number;
  /** Value of an option, negative where it is short; null of a future. */
  readonly optionValue: Decimal | null;
  /** Contracts of a short option. */
  readonly shortOptions: Decimal;
  readonly assumptions: readonly string[];
}

/** What lines of one commodity are read with. */
export interface LineFacts {
  readonly commodity: ScanCommodity;
  readonly asOf: string;
  /** Units of the calculation currency for one of the commodity's. */
  readonly rate: Decimal;
  readonly settings: ScanSettings;
  /** Prices of futures in the set by underlier, for options that state none. */
  readonly futurePrice: (underlier: string, notBefore: string) => Decimal | null;
  readonly values: UnitValues;
}

export interface ScanSettings {
  readonly interestRate: Decimal;
  readonly american: boolean;
  readonly optionValueCounts: boolean;
}

/** One unit: its value now (null of a future), the losses that count in each scenario, and how much of the underlier it moves like. */
interface Unit {
  readonly now: Decimal | null;
  readonly losses: readonly Decimal[];
  readonly delta: Decimal;
}

/** Steps of the lattice of an American option. */
const STEPS = 101;

/** Values the future and each series of options once, however many positions are in it. */
export class UnitValues {
  private readonly known = new Map<string, Unit>();

  future(commodity: ScanCommodity): Unit {
    const found = this.known.get(commodity.id);
    if (found) return found;
    const moves = SCAN_SCENARIOS.map((scenario) => priceMove(scenario, commodity));
    const unit = unitOf(null, moves, commodity);
    this.known.set(commodity.id, unit);
    return unit;
  }

  of(terms: OptionTerms, price: Decimal, commodity: ScanCommodity): Unit {
    const key = [
      commodity.id,
      terms.kind,
      terms.style,
      terms.strike,
      terms.days,
      terms.volatility,
      terms.interestRate,
      terms.dividendYield,
      price,
    ].join(' ');
    const found = this.known.get(key);
    if (found) return found;
    const pricers = new Map<number, (spot: Fixed) => Fixed>();
    const at = (spot: Decimal, scenario: ScanScenario | null) => {
      const step = scenario?.volatility ?? 0;
      const pricer = pricers.get(step) ?? pricerOf(terms, scenario === null ? ZERO : volatilityMove(scenario, commodity));
      pricers.set(step, pricer);
      return fixedToUnits(pricer(toFixedPoint(Decimal.max(spot, ZERO))), VALUE_PLACES);
    };
    const now = at(price, null);
    const gains = SCAN_SCENARIOS.map((scenario) =>
      unitsToDecimal(at(price.plus(priceMove(scenario, commodity)), scenario) - now, VALUE_PLACES),
    );
    const value = unitOf(unitsToDecimal(now, VALUE_PLACES), gains, commodity);
    this.known.set(key, value);
    return value;
  }
}

function pricerOf(terms: OptionTerms, move: Decimal): (spot: Fixed) => Fixed {
  const moved = { ...terms, volatility: Decimal.max(terms.volatility.plus(move), ZERO) };
  return terms.style === 'american' ? americanOption(moved, STEPS) : europeanOption(moved);
}

const OPTIONS = new Set(['future_option', 'index_option', 'equity_option']);

/** A position's line, or what it lacks. */
export function scanLine(resolved: ResolvedPosition, facts: LineFacts): Result<ScanLine, PositionFailure> {
  const { position, direction } = resolved;
  const { positionId, quantity, multiplier, maturity } = position;
  const fail = (reason: PositionFailure['reason'], message: string) => failure({ reason, positionId, message });
  if (quantity === null || multiplier === null) return fail('MISSING_DATA', 'The scan needs the number of contracts and the multiplier.');
  if (maturity === null) return fail('MISSING_DATA', 'The maturity is missing, by which spreads are formed.');
  if (maturity < facts.asOf) return fail('INVALID', `The contract expired before ${facts.asOf}, the date of the portfolio.`);
  const { commodity, rate } = facts;
  const signed = (direction === 'long' ? ONE : ONE.neg()).times(quantity);
  const months = monthIndex(maturity) - monthIndex(facts.asOf);
  const unit = OPTIONS.has(position.product)
    ? optionUnit(resolved, facts)
    : success({ unit: facts.values.future(commodity), assumptions: [] });
  if (!unit.ok) return unit;
  const { assumptions } = unit.value;
  const { now, losses, delta } = unit.value.unit;
  const units = signed.times(multiplier).times(rate);
  const value = now === null ? null : (resolved.marketValue ?? now.times(units));
  return success({
    id: positionId,
    losses: losses.map((loss) => loss.times(units)),
    delta: delta.times(signed),
    months,
    optionValue: value,
    shortOptions: now !== null && direction === 'short' ? quantity : ZERO,
    assumptions:
      now !== null && resolved.marketValue === null && facts.settings.optionValueCounts
        ? [...assumptions, 'The file gives no market value; the option is valued by the model.']
        : assumptions,
  });
}

function unitOf(now: Decimal | null, gains: readonly Decimal[], commodity: ScanCommodity): Unit {
  const losses = SCAN_SCENARIOS.map((scenario, i) => (gains[i] ?? ZERO).neg().times(coverOf(scenario, commodity)));
  return { now, losses, delta: deltaOf(gains, commodity) };
}

interface OptionUnit {
  readonly unit: Unit;
  readonly assumptions: readonly string[];
}

function optionUnit({ position }: ResolvedPosition, facts: LineFacts): Result<OptionUnit, PositionFailure> {
  const { positionId, strike, optionType, maturity, impliedVol, quantity, multiplier, notional, underlier, underlierPrice } = position;
  const fail = (reason: PositionFailure['reason'], message: string) => failure({ reason, positionId, message });
  if (strike === null || optionType === null || maturity === null)
    return fail('MISSING_DATA', 'An option needs its strike, option type and maturity.');
  if (!strike.gt(0)) return fail('INVALID', 'The strike is above 0.');
  if (impliedVol === null) return fail('MISSING_DATA', 'The volatility is missing, without which an option cannot be scanned.');
  const units = (quantity ?? ZERO).times(multiplier ?? ZERO);
  const ofFuture = underlierPrice === undefined ? facts.futurePrice(underlier ?? '', maturity) : null;
  const price = underlierPrice ?? ofFuture ?? (notional === null || units.isZero() ? null : notional.div(units));
  if (price === null || !price.gt(0))
    return fail(
      'MISSING_DATA',
      'The price of the underlier is missing: state underlier_price, hold its future with a price, or give a notional.',
    );
  const { settings, asOf, commodity } = facts;
  const onFuture = position.product === 'future_option';
  const interestRate = position.interestRate ?? settings.interestRate;
  const terms: OptionTerms = {
    kind: optionType,
    style: settings.american && position.exerciseStyle === 'american' ? 'american' : 'european',
    strike,
    days: daysBetween(asOf, maturity),
    volatility: impliedVol,
    interestRate,
    dividendYield: onFuture ? interestRate : (position.dividendYield ?? ZERO),
  };
  return success({
    unit: facts.values.of(terms, price, commodity),
    assumptions: [
      ...(underlierPrice !== undefined
        ? []
        : [
            `The row states no price of the underlier; ${ofFuture === null ? 'notional ÷ units' : 'that of a future in the netting set'} is taken.`,
          ]),
      ...(position.interestRate === undefined ? [`The row gives no interest rate; ${interestRate} is the setting of the method.`] : []),
      ...(onFuture || position.dividendYield !== undefined ? [] : ['The row gives no yield of the underlier; 0 is taken.']),
    ],
  });
}

/** The change of one unit's value from a third of the range down to a third up, over both volatilities, for each unit of price. */
function deltaOf(gains: readonly Decimal[], { priceScanRange }: ScanCommodity): Decimal {
  const at = (number: number) => gains[number - 1] ?? ZERO;
  const rise = at(3).plus(at(4)).minus(at(5)).minus(at(6));
  return rise.div(priceScanRange.times(4).div(3)).toDecimalPlaces(DELTA_PLACES, Decimal.ROUND_HALF_UP);
}

/** Places that a delta of one contract is rounded to, HALF_UP. */
const DELTA_PLACES = 8;

function monthIndex(iso: string): number {
  return Number.parseInt(iso.slice(0, 4), 10) * 12 + Number.parseInt(iso.slice(5, 7), 10);
}
