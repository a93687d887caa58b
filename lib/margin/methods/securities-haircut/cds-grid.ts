import { Decimal } from '@/lib/core/decimal';
import { haircutRule } from '../cite';
import type { ParameterReference } from '../margin-node';

/** Columns: upper ends of the spread categories in basis points; the last has none. */
const SPREAD_UPPER_BP = [100, 300, 400, 500, 699] as const;
const SPREAD_LABELS = ['100 bp or less', '101-300 bp', '301-400 bp', '401-500 bp', '501-699 bp', '700 bp or more'] as const;
/** Rows: months that a maturity category ends before; the last has no end. */
const MONTHS_BELOW = [12, 24, 36, 48, 60, 72, 84, 120] as const;
const MATURITY_LABELS = [
  'less than 12 months',
  '12 to less than 24 months',
  '24 to less than 36 months',
  '36 to less than 48 months',
  '48 to less than 60 months',
  '60 to less than 72 months',
  '72 to less than 84 months',
  '84 to less than 120 months',
  '120 months and longer',
] as const;

/** Table 1 to 17 CFR 240.15c3-1(c)(2)(vi)(P)(1)(i): percent of notional for protection sold. */
const PERCENT: readonly (readonly string[])[] = [
  ['1', '2', '5', '7.5', '10', '15'],
  ['1.5', '3.5', '7.5', '10', '12.5', '17.5'],
  ['2', '5', '10', '12.5', '15', '20'],
  ['3', '6', '12.5', '15', '17.5', '22.5'],
  ['4', '7', '15', '17.5', '20', '25'],
  ['5.5', '8.5', '17.5', '20', '22.5', '27.5'],
  ['7', '10', '20', '22.5', '25', '30'],
  ['8.5', '15', '22.5', '25', '27.5', '40'],
  ['10', '20', '25', '27.5', '30', '50'],
];

const RATES = PERCENT.map((row) => row.map((percent) => new Decimal(percent).div(100)));

/** Column of a spread. Between two whole basis points the next one up decides (100.5 bp counts as 101); the rule names whole ones only. */
export function spreadCategory(spreadBp: Decimal): number {
  const whole = spreadBp.toDecimalPlaces(0, Decimal.ROUND_CEIL);
  const found = SPREAD_UPPER_BP.findIndex((upper) => whole.lte(upper));
  return found === -1 ? SPREAD_UPPER_BP.length : found;
}

/** Row of a time to maturity in whole calendar months. */
export function maturityCategory(wholeMonths: number): number {
  const found = MONTHS_BELOW.findIndex((end) => wholeMonths < end);
  return found === -1 ? MONTHS_BELOW.length : found;
}

/** The months at which a row begins; 0 for the first. */
export function categoryStart(row: number): number {
  return row === 0 ? 0 : (MONTHS_BELOW[row - 1] ?? 0);
}

/** The deduction for protection sold, as a ratio of notional. */
export function cdsRate(row: number, column: number): Decimal {
  const rate = RATES[row]?.[column];
  if (!rate) throw new RangeError(`The CDS table has no row ${row}, column ${column}`);
  return rate;
}

/** The cell as the rule prints it, for a node. */
export function cdsCellReference(row: number, column: number): ParameterReference {
  return {
    name: `Credit default swaps: ${MATURITY_LABELS[row]}, ${SPREAD_LABELS[column]}`,
    value: PERCENT[row]?.[column] ?? '',
    unit: 'percent of notional',
    citation: haircutRule('(P)(1)(i)'),
  };
}

/** All 54 cells, row by row. */
export const CDS_FIGURES: readonly ParameterReference[] = PERCENT.flatMap((row, r) => row.map((_, c) => cdsCellReference(r, c)));
