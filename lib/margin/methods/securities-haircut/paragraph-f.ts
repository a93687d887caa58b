import { haircutRule } from '../cite';
import { maturityBands } from './maturity-bands';

/** Nonconvertible debt securities of minimal credit risk, 17 CFR 240.15c3-1(c)(2)(vi)(F)(1): percent of the greater of the long or short position. */
export const CORPORATE_BANDS = maturityBands('Nonconvertible debt', haircutRule('(F)(1)'), [
  [12, 'less than 1 year', '2'],
  [24, '1 to less than 2 years', '3'],
  [36, '2 to less than 3 years', '5'],
  [60, '3 to less than 5 years', '6'],
  [120, '5 to less than 10 years', '7'],
  [180, '10 to less than 15 years', '7.5'],
  [240, '15 to less than 20 years', '8'],
  [300, '20 to less than 25 years', '8.5'],
  [null, '25 years or more', '9'],
]);
