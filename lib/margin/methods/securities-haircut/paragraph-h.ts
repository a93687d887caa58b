import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';

/** Cumulative, nonconvertible preferred stock of minimal credit risk, 17 CFR 240.15c3-1(c)(2)(vi)(H): percent of the greater side. */
export const PREFERRED_FIGURE: ParameterReference = {
  name: 'Preferred stock',
  value: '10',
  unit: 'percent of market value',
  citation: haircutRule('(H)'),
};
