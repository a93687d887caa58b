import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';

function fund(name: string, value: string, paragraph: string): ParameterReference {
  return { name, value, unit: 'percent of market value', citation: haircutRule(paragraph) };
}

/** Redeemable securities of registered investment companies, 17 CFR 240.15c3-1(c)(2)(vi)(D): percent of the greater side. */
export const MONEY_MARKET_FIGURE = fund('Money market funds', '2', '(D)(1)');
export const GOVERNMENT_FUND_FIGURE = fund('Funds of governments, municipals and money market paper', '7', '(D)(2)');
export const DEBT_FUND_FIGURE = fund('Funds that hold corporate debt too', '9', '(D)(3)');
