import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';

/** Securities with a limited market, 17 CFR 240.15c3-1(c)(2)(vi)(K)(ii): percent of both the long and the short position. */
export const LIMITED_MARKET_FIGURE: ParameterReference = {
  name: 'Securities quoted by one or two independent market makers',
  value: '40',
  unit: 'percent of market value, long and short',
  citation: haircutRule('(K)(ii)'),
};

/** Securities without a ready market, 17 CFR 240.15c3-1(c)(2)(vii): percent of carrying value. */
export const NO_MARKET_FIGURE: ParameterReference = {
  name: 'Securities without a ready market',
  value: '100',
  unit: 'percent of carrying value',
  citation: { ...haircutRule(''), paragraph: '17 CFR 240.15c3-1(c)(2)(vii)' },
};
