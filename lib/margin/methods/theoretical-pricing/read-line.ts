import { Decimal, ONE, ZERO } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import { numberInput } from '../build-node';
import { daysBetween } from '../calendar';
import type { PositionFailure } from '../group-failures';
import type { OptionValues } from './option-values';
import type { ClassMember, PortfolioLine } from './portfolio-line';
import { minimumFigure } from './pricing-figures';
import type { PricingSettings } from './pricing-parameters';
import { readOptionTerms } from './read-option-terms';
import type { RangeClass, ValuationPoint } from './valuation-points';

/** What every position of a netting set is read with. */
export interface LineContext {
  readonly asOf: string;
  readonly currency: string;
  readonly settings: PricingSettings;
  readonly values: OptionValues;
  /** Units of the calculation currency for one US dollar, in which minimum charges are stated; null where there is no rate. */
  readonly dollar: Decimal | null;
}

/** What a position's class gives it. */
export interface ClassFacts {
  readonly rangeClass: RangeClass;
  readonly points: readonly ValuationPoint[];
  readonly price: Decimal | null;
}

type LineResult = Result<PortfolioLine, PositionFailure>;
const NOTHING: readonly never[] = [];

/** A position's gains at the ten points, or what is missing for them. */
export function readLine(member: ClassMember, facts: ClassFacts, context: LineContext): LineResult {
  return member.kind === 'option' ? optionLine(member, facts, context) : linearLine(member, facts, context);
}

function optionLine(member: ClassMember, facts: ClassFacts, context: LineContext): LineResult {
  const { position, resolved } = member;
  const terms = readOptionTerms(position, context.asOf, context.currency, context.settings);
  if (!terms.ok) return terms;
  const { price } = facts;
  if (price === null)
    return fail(
      member,
      'The price of the underlier is missing: state underlier_price, or hold the stock in the account, or give a notional (contracts at the value of the underlier).',
    );
  const { units, contracts, option, assumptions } = terms.value;
  const values = context.values.of(
    option,
    price,
    facts.points.map(({ move }) => price.times(ONE.plus(move))),
  );
  const long = resolved.direction === 'long';
  const signed = long ? units : units.neg();
  const worth = resolved.marketValue?.abs() ?? values.now.times(units);
  const charge = minimumOf(member, facts.rangeClass, { units, contracts }, context);
  return success({
    id: position.positionId,
    kind: 'option',
    long,
    gains: values.gains.map((gain) => gain.times(signed)),
    minimum: long ? Decimal.min(charge, worth) : charge,
    basketValue: ZERO,
    inputs: () => [
      { name: 'side', value: long ? 'long' : 'short' },
      { name: 'option', value: `${option.style} ${option.kind}, expires ${position.maturity ?? ''}` },
      numberInput('units of the underlier', units, 'units'),
      numberInput('exercise price', option.strike, context.currency),
      numberInput('volatility', option.volatility, 'ratio'),
      numberInput('time to expiry', new Decimal(option.days), 'days of a year of 365'),
      numberInput('interest rate', option.interestRate, 'ratio'),
      numberInput('yield of the underlier', option.dividendYield, 'ratio'),
      numberInput('theoretical value of one unit', values.now, context.currency),
    ],
    assumptions,
  });
}

function linearLine(member: ClassMember, facts: ClassFacts, context: LineContext): LineResult {
  const { position, resolved, kind } = member;
  if (position.maturity !== null && position.maturity < context.asOf && daysBetween(position.maturity, context.asOf) > 0)
    return failure({
      reason: 'INVALID',
      positionId: position.positionId,
      message: `The maturity lies before ${context.asOf}, the date of the portfolio.`,
    });
  const value = exposureOf(member, facts.price, context.currency);
  if (value === null)
    return fail(member, 'The value that moves with the underlier is missing: market value of a security, notional of a contract.');
  const long = resolved.direction === 'long';
  const signed = long ? value : value.neg();
  const units = unitsOf(member, value, facts.price);
  const charged = hasMinimum(member, context);
  return success({
    id: position.positionId,
    kind,
    long,
    gains: facts.points.map(({ move }) => signed.times(move)),
    minimum: charged && units !== null ? minimumOf(member, facts.rangeClass, { units, contracts: units }, context) : ZERO,
    basketValue: kind === 'basket' ? value : ZERO,
    inputs: () => [
      { name: 'side', value: long ? 'long' : 'short' },
      numberInput('value that moves with the underlier', value, context.currency),
    ],
    assumptions:
      charged && units === null ? ['The file does not say how many contracts these are, so no minimum charge is counted.'] : NOTHING,
  });
}

function fail(member: ClassMember, message: string): LineResult {
  return failure({ reason: 'MISSING_DATA', positionId: member.position.positionId, message });
}

function exposureOf({ position, resolved }: ClassMember, price: Decimal | null, currency: string): Decimal | null {
  const { product, quantity, multiplier, exchangeableInto, exchangeRatio } = position;
  if (exchangeableInto !== undefined) {
    return price === null || quantity === null || exchangeRatio === undefined ? null : quantity.times(exchangeRatio).times(price);
  }
  if (product === 'equity') return resolved.marketValue?.abs() ?? null;
  if (resolved.notional !== null) return resolved.notional;
  if (quantity === null) return null;
  const units = quantity.times(multiplier ?? ONE);
  const rate = position.currency === currency ? ONE : (position.fxRate ?? ONE);
  const unit = position.price?.times(rate) ?? price;
  return unit === null ? null : units.times(unit);
}

function unitsOf({ position }: ClassMember, value: Decimal, price: Decimal | null): Decimal | null {
  const { quantity, multiplier } = position;
  if (quantity !== null && multiplier !== null) return quantity.times(multiplier);
  return price === null || price.isZero() ? null : value.div(price);
}

/**
 * Appendix A charges options, security futures and related instruments (b)(1)(v)(C)(2), (5); FINRA Rule 4210(g) listed options, unlisted derivatives and
 * security futures. Positions in the underlier itself have no minimum.
 */
function hasMinimum({ position, kind }: ClassMember, { settings }: LineContext): boolean {
  if (position.product === 'security_future') return true;
  if (settings.rule === 'finra-4210') return position.product === 'equity_swap' || position.product === 'equity_index_swap';
  return kind === 'related' && position.product !== 'fx_forward';
}

function minimumOf(
  { position }: ClassMember,
  rangeClass: RangeClass,
  { units, contracts }: { readonly units: Decimal; readonly contracts: Decimal },
  context: LineContext,
): Decimal {
  const figure = minimumFigure(rangeClass, context.settings.rule);
  if (figure === null || context.dollar === null) return ZERO;
  const byContract = rangeClass === 'major_currency' && context.settings.rule === 'appendix-a';
  if (byContract && position.product !== 'fx_option') return ZERO;
  return figure.ratio.times(byContract ? contracts : units).times(context.dollar);
}
