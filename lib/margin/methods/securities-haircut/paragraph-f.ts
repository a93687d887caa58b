import { Decimal } from '@/lib/core/decimal';
import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';
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

/** Maturities of a hedge by (F)(2): from and before so many months, no further apart than so many; and what (F)(3) and (4) deduct of the hedged position. */
export interface HedgeClass {
  readonly from: number;
  readonly below: number | null;
  readonly apart: number;
  readonly government: ParameterReference;
  readonly corporate: ParameterReference;
}

function hedged(label: string, value: string, paragraph: '(F)(3)' | '(F)(4)'): ParameterReference {
  const what = paragraph === '(F)(3)' ? 'governments' : 'nonconvertible debt';
  return {
    name: `Nonconvertible debt hedged with ${what}: ${label}`,
    value,
    unit: 'percent of the hedged position',
    citation: haircutRule(paragraph),
  };
}

function hedgeClass(from: number, below: number | null, apart: number, label: string, government: string, corporate: string): HedgeClass {
  return { from, below, apart, government: hedged(label, government, '(F)(3)'), corporate: hedged(label, corporate, '(F)(4)') };
}

export const HEDGE_CLASSES: readonly HedgeClass[] = [
  hedgeClass(0, 60, 6, 'less than 5 years', '1.5', '1.75'),
  hedgeClass(60, 120, 9, '5 to less than 10 years', '2.5', '3'),
  hedgeClass(120, 180, 24, '10 to less than 15 years', '2.75', '3.25'),
  hedgeClass(180, null, 120, '15 years or more', '3', '3.5'),
];

/** A percentage of the rule as a ratio. */
export function ratioOf(reference: ParameterReference): Decimal {
  return new Decimal(reference.value).div(100);
}
