import { Decimal, parseDecimal } from '@/lib/core/decimal';
import type { FigureTableColumn } from './figure';

/** How strongly a cell is shaded: 1 to 4 for amounts above zero, -1 to -4 below, 0 for zero; 4 is the largest size of the table. */
export type HeatLevel = -4 | -3 | -2 | -1 | 0 | 1 | 2 | 3 | 4;

const LEVELS = 4;

/** The level of each amount on one scale for all of them; null where there is no amount. */
export function heatLevels(amounts: readonly (readonly (string | null)[])[]): (HeatLevel | null)[][] {
  const numbers = amounts.map((row) => row.map((amount) => (amount === null ? null : parseDecimal(amount))));
  const largest = Decimal.max(0, ...numbers.flat().flatMap((number) => (number === null ? [] : [number.abs()])));
  return numbers.map((row) => row.map((number) => (number === null ? null : levelOf(number, largest))));
}

/** The levels of a figure's table, by row and column; null for cells that are not shaded. */
export function tableHeat(
  columns: readonly FigureTableColumn[],
  rows: readonly Readonly<Record<string, string>>[],
): (HeatLevel | null)[][] {
  return heatLevels(rows.map((row) => columns.map((column) => (column.heat ? (row[column.key] ?? null) : null))));
}

function levelOf(number: Decimal, largest: Decimal): HeatLevel {
  if (number.isZero()) return 0;
  // a shade, one of a few whole steps, and no amount
  const steps = number.abs().div(largest).times(LEVELS).ceil().toNumber();
  return (number.isNegative() ? -steps : steps) as HeatLevel;
}
