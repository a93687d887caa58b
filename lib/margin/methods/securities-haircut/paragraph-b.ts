import { haircutRule } from '../cite';
import { maturityBands } from './maturity-bands';

/** Municipal securities other than short-term notes, 17 CFR 240.15c3-1(c)(2)(vi)(B)(2): percent of the greater of the long or short position. */
export const MUNICIPAL_BANDS = maturityBands('Municipal securities', haircutRule('(B)(2)'), [
  [12, 'less than 1 year', '1'],
  [24, '1 to less than 2 years', '2'],
  [42, '2 to less than 3 1/2 years', '3'],
  [60, '3 1/2 to less than 5 years', '4'],
  [84, '5 to less than 7 years', '5'],
  [120, '7 to less than 10 years', '5.5'],
  [180, '10 to less than 15 years', '6'],
  [240, '15 to less than 20 years', '6.5'],
  [null, '20 years or more', '7'],
]);
