import { Decimal, ONE } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { Position } from '../../portfolio/position';
import type { OptionTerms } from '../../pricing/option-terms';
import { daysBetween } from '../calendar';
import type { PositionFailure } from '../group-failures';
import type { PricingSettings } from './pricing-parameters';

/** An option position as the pricing model sees it; amounts in the calculation currency for one unit of the underlier. */
export interface PricedOption {
  readonly option: OptionTerms;
  readonly contracts: Decimal;
  /** Contracts × multiplier. */
  readonly units: Decimal;
  readonly assumptions: readonly string[];
}

/** Beyond these no price has a meaning, and a slip in the units of a row is likelier (4 for 4 %): √T × volatility, and rates × T. */
const MOST_VARIANCE = 25;
const MOST_GROWTH = 50;

const EUROPEAN_BY_PRODUCT = new Set(['index_option', 'fx_option']);

/** The terms of an option position, or what is missing: every fact that 15c3-1a(b)(1)(i)(B) asks of a model is here or is said to be assumed. */
export function readOptionTerms(
  position: Position,
  asOf: string,
  currency: string,
  settings: PricingSettings,
): Result<PricedOption, PositionFailure> {
  const { positionId, quantity, multiplier, strike, optionType, maturity, impliedVol } = position;
  const fail = (reason: PositionFailure['reason'], message: string) => failure({ reason, positionId, message });
  if (quantity === null || multiplier === null) return fail('MISSING_DATA', 'The quantity or the multiplier is missing.');
  if (strike === null || optionType === null || maturity === null)
    return fail('MISSING_DATA', 'An option needs its strike, option type and maturity.');
  if (!strike.gt(0)) return fail('INVALID', 'The strike is above 0.');
  if (maturity < asOf) return fail('INVALID', `The option expired before ${asOf}, the date of the portfolio.`);
  if (impliedVol === null) return fail('MISSING_DATA', 'The volatility is missing, without which an option has no theoretical value.');
  if (impliedVol.isNegative() && !impliedVol.isZero()) return fail('INVALID', 'A volatility is 0 or more.');
  const interestRate = position.interestRate ?? settings.interestRate;
  const onFuture = position.product === 'future_option';
  const dividendYield = onFuture ? interestRate : (position.dividendYield ?? settings.dividendYield);
  const days = daysBetween(asOf, maturity);
  if (
    impliedVol
      .times(impliedVol)
      .times(days)
      .gt(MOST_VARIANCE * 365)
  )
    return fail('INVALID', 'The volatility is above 500 % over the time to expiry; 0.25 means 25 % by year.');
  if (
    Decimal.max(interestRate.abs(), dividendYield.abs())
      .times(days)
      .gt(MOST_GROWTH * 365)
  )
    return fail('INVALID', 'The interest rate or the yield is out of any range over the time to expiry; 0.04 means 4 % by year.');
  const style = position.exerciseStyle ?? unstatedStyle(position, settings);
  const rate = position.currency === currency ? ONE : (position.fxRate ?? ONE);
  return success({
    option: {
      kind: optionType,
      style,
      strike: strike.times(rate),
      days,
      volatility: impliedVol,
      interestRate,
      dividendYield,
    },
    contracts: quantity,
    units: quantity.times(multiplier),
    assumptions: [
      ...(position.exerciseStyle === null ? [`The row names no exercise style; it is taken as ${style}.`] : []),
      ...(position.interestRate === undefined ? [`The row gives no interest rate; ${interestRate} is the run's setting.`] : []),
      ...(position.dividendYield === undefined && !onFuture
        ? [`The row gives no yield of the underlier; ${settings.dividendYield} is the run's setting.`]
        : []),
    ],
  });
}

function unstatedStyle({ product }: Position, { unstatedStyle: style }: PricingSettings): OptionTerms['style'] {
  if (style !== 'by-product') return style;
  return EUROPEAN_BY_PRODUCT.has(product) ? 'european' : 'american';
}
