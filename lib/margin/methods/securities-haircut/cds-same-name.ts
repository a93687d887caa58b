import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { byUnitDeduction, type CdsLine, cdsDeduction } from './cds-line';
import { type CellStep, ShortQueues, type ThreeMonths } from './short-queues';

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
  const longs = lines.filter((line) => line.long).sort(byUnitDeduction);
  const shorts = lines.filter((line) => !line.long);
  if (longs.length === 0 || shorts.length === 0) return [];
  const queues = new ShortQueues(shorts, asOf, threeMonths);
  const within = pairSteps(longs, queues, SAME_MATURITY);
  if (lines.every((line) => line.row === lines[0]?.row)) return within;
  const stateWithin = lines.map(({ open, liftedRow }) => ({ open, liftedRow }));
  const across = pairSteps(longs, queues, ADJACENT_MATURITY);
  if (across.length === 0) return within;
  if (openDeduction(lines, lines).lte(openDeduction(lines, stateWithin))) return [...within, ...across];
  lines.forEach((line, i) => {
    Object.assign(line, stateWithin[i]);
  });
  return within;
}

const SAME_MATURITY: readonly (readonly CellStep[])[] = [
  [{ rows: 0, columns: 0 }],
  [
    { rows: 0, columns: -1 },
    { rows: 0, columns: 1 },
  ],
];
const ADJACENT_MATURITY: readonly (readonly CellStep[])[] = [
  [
    { rows: -1, columns: 0 },
    { rows: 1, columns: 0 },
  ],
  [
    { rows: -1, columns: -1 },
    { rows: -1, columns: 1 },
    { rows: 1, columns: -1 },
    { rows: 1, columns: 1 },
  ],
];

function pairSteps(longs: readonly CdsLine[], shorts: ShortQueues, steps: readonly (readonly CellStep[])[]): SameNamePair[] {
  const pairs: SameNamePair[] = [];
  for (const step of steps) {
    for (const long of longs) {
      while (!long.open.isZero()) {
        const short = shorts.next(long, step);
        if (short === null) break;
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

/** Deductions on what the lines have open in a state of theirs. */
function openDeduction(lines: readonly CdsLine[], state: readonly Pick<CdsLine, 'open' | 'liftedRow'>[]): Decimal {
  return sumDecimals(
    lines.map((line, i) => {
      const { open, liftedRow } = state[i] ?? line;
      return cdsDeduction(line, open, liftedRow ?? line.row);
    }),
  );
}
