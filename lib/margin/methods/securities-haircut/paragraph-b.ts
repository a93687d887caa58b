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

/** Short-term municipal notes, 17 CFR 240.15c3-1(c)(2)(vi)(B)(1): percent of the greater of the long or short position, by days to maturity. */
export const MUNICIPAL_NOTE_BANDS = maturityBands('Short-term municipal notes', haircutRule('(B)(1)'), [
  [30, 'less than 30 days', '0'],
  [91, '30 to less than 91 days', '0.125'],
  [181, '91 to less than 181 days', '0.25'],
  [271, '181 to less than 271 days', '0.375'],
  [366, '271 to less than 366 days', '0.5'],
  [456, '366 to less than 456 days', '0.75'],
  [null, '456 to less than 732 days', '1'],
]);
