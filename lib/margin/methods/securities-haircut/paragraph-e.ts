import { haircutRule } from '../cite';
import { maturityBands } from './maturity-bands';

/**
 * Commercial paper, bankers' acceptances and certificates of deposit of minimal credit risk, 17 CFR 240.15c3-1(c)(2)(vi)(E)(1)-(5): percent of the greater
 * of the long or short position, by days to maturity, under one year.
 */
export const PAPER_BANDS = maturityBands('Commercial paper and certificates of deposit', haircutRule('(E)'), [
  [30, 'less than 30 days', '0'],
  [91, '30 to less than 91 days', '0.125'],
  [181, '91 to less than 181 days', '0.25'],
  [271, '181 to less than 271 days', '0.375'],
  [null, '271 days to less than 1 year', '0.5'],
]);
