import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';
import { maturityBands } from './maturity-bands';

/** Governments and agencies of the United States, 17 CFR 240.15c3-1(c)(2)(vi)(A)(1): percent of the net position in each subcategory. */
export const GOVERNMENT_BANDS = maturityBands('Governments', haircutRule('(A)(1)'), [
  [3, 'less than 3 months', '0'],
  [6, '3 to less than 6 months', '0.5'],
  [9, '6 to less than 9 months', '0.75'],
  [12, '9 to less than 12 months', '1'],
  [24, '1 to less than 2 years', '1.5'],
  [36, '2 to less than 3 years', '2'],
  [60, '3 to less than 5 years', '3'],
  [120, '5 to less than 10 years', '4'],
  [180, '10 to less than 15 years', '4.5'],
  [240, '15 to less than 20 years', '5'],
  [300, '20 to less than 25 years', '5.5'],
  [null, '25 years or more', '6'],
]);

/** Category (1-4) of each subcategory, in order of GOVERNMENT_BANDS. */
const CATEGORY_OF_BAND = [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4] as const;

/** The category that a subcategory belongs to. */
export function governmentCategory(bandKey: string): number {
  const index = GOVERNMENT_BANDS.findIndex((band) => band.key === bandKey);
  return CATEGORY_OF_BAND[index] ?? 4;
}

/** Net value of a subcategory: positive long, negative short; with its percentage. */
export interface NetSubcategory {
  readonly net: Decimal;
  readonly rate: Decimal;
}

/** Deduction of a category: |long − short deductions| plus half of the lesser, (A)(1). */
export function categoryDeduction(subcategories: readonly NetSubcategory[]): { long: Decimal; short: Decimal; deduction: Decimal } {
  const side = (positive: boolean) =>
    sumDecimals(subcategories.filter(({ net }) => net.isPositive() === positive).map(({ net, rate }) => net.abs().times(rate)));
  const long = side(true);
  const short = side(false);
  return { long, short, deduction: long.minus(short).abs().plus(Decimal.min(long, short).div(2)) };
}

/** What a government securities dealer of (A)(5) deducts of the deduction otherwise computed. */
export const GOVERNMENT_DEALER_FIGURE: ParameterReference = {
  name: 'Government securities dealer that reports to and deals with the Federal Reserve System, with at least 50,000,000 USD of net capital',
  value: '75',
  unit: 'percent of the deduction',
  citation: haircutRule('(A)(5)'),
};
export const GOVERNMENT_DEALER_SHARE: Decimal = new Decimal('0.75');

/** Deduction of a category's subcategories each by itself, (A)(2). */
export function plainDeduction(subcategories: readonly NetSubcategory[]): Decimal {
  return sumDecimals(subcategories.map(({ net, rate }) => net.abs().times(rate)));
}
