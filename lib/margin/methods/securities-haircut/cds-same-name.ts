import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { addMonths } from '../calendar';
import { categoryStart } from './cds-grid';
import { byUnitDeduction, type CdsLine, cdsDeduction } from './cds-line';

/** Which of two swaps in adjacent maturity categories has to mature within three months of the other's category. */
export type ThreeMonths = 'both' | 'either';

/** A part of a long and of a short swap on the same name that offset fully. */
export interface SameNamePair {
  readonly long: CdsLine;
  readonly short: CdsLine;
  readonly matched: Decimal;
}

/**
 * Offsets of paragraph (P)(1)(iii), first sentence, among the swaps of one name: matched notional carries no deduction. Pairs of equal categories go
 * first, then adjacent spread, then adjacent maturity, then both; within a step the highest deductions are freed first. Pairs across maturity
 * categories lift the excess to the higher category; where that costs more than it frees they are not made. Changes `open` and `liftedRow` of the lines.
 */
export function pairSameName(lines: readonly CdsLine[], asOf: string, threeMonths: ThreeMonths): SameNamePair[] {
  if (!lines.some((line) => line.long) || !lines.some((line) => !line.long)) return [];
  const within = pairSteps(lines, SAME_MATURITY, asOf, threeMonths);
  if (lines.every((line) => line.row === lines[0]?.row)) return within;
  const costWithin = openDeduction(lines);
  const stateWithin = lines.map(({ open, liftedRow }) => ({ open, liftedRow }));
  const across = [...within, ...pairSteps(lines, ADJACENT_MATURITY, asOf, threeMonths)];
  if (openDeduction(lines).lte(costWithin)) return across;
  lines.forEach((line, i) => {
    Object.assign(line, stateWithin[i]);
  });
  return within;
}

type Step = (long: CdsLine, short: CdsLine) => boolean;
const adjacent = (a: number, b: number) => Math.abs(a - b) === 1;
const SAME_MATURITY: readonly Step[] = [
  (long, short) => long.row === short.row && long.column === short.column,
  (long, short) => long.row === short.row && adjacent(long.column, short.column),
];
const ADJACENT_MATURITY: readonly Step[] = [
  (long, short) => adjacent(long.row, short.row) && long.column === short.column,
  (long, short) => adjacent(long.row, short.row) && adjacent(long.column, short.column),
];

function pairSteps(lines: readonly CdsLine[], steps: readonly Step[], asOf: string, threeMonths: ThreeMonths): SameNamePair[] {
  const pairs: SameNamePair[] = [];
  const longs = lines.filter((line) => line.long).sort(byUnitDeduction);
  const shorts = lines.filter((line) => !line.long).sort(byUnitDeduction);
  for (const fits of steps) {
    for (const long of longs) {
      for (const short of shorts) {
        if (long.open.isZero()) break;
        if (short.open.isZero() || !fits(long, short)) continue;
        if (long.row !== short.row && !nearEachOther(long, short, asOf, threeMonths)) continue;
        pairs.push(take(long, short));
      }
    }
  }
  return pairs;
}

function take(long: CdsLine, short: CdsLine): SameNamePair {
  const matched = Decimal.min(long.open, short.open);
  for (const line of [long, short]) {
    line.open = sumDecimals([line.open, matched.neg()]);
    if (long.row !== short.row) line.liftedRow = Math.max(line.liftedRow ?? line.row, long.row, short.row);
  }
  return { long, short, matched };
}

/** "Have a maturity date within three months of the other maturity category". */
function nearEachOther(a: CdsLine, b: CdsLine, asOf: string, threeMonths: ThreeMonths): boolean {
  const [lower, upper] = a.row < b.row ? [a, b] : [b, a];
  const boundary = addMonths(asOf, categoryStart(upper.row));
  const lowerIsNear = addMonths(lower.maturity, 3) >= boundary;
  const upperIsNear = upper.maturity <= addMonths(boundary, 3);
  return threeMonths === 'both' ? lowerIsNear && upperIsNear : lowerIsNear || upperIsNear;
}

function openDeduction(lines: readonly CdsLine[]): Decimal {
  return sumDecimals(lines.map((line) => cdsDeduction(line, line.open, line.liftedRow ?? line.row)));
}
