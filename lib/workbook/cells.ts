import { parseDecimal } from '@/lib/core/decimal';
import type { Cell, CellPlace, Formula, NumberCell, NumberLook, TextCell } from './workbook';

export function text(words: string, look?: TextCell['look'], indent?: number): TextCell {
  return { kind: 'text', text: words, ...(look && { look }), ...(indent && { indent }) };
}

/** A number of a plain decimal text; words where it is none, so that nothing unread is ever taken for a number. */
export function amount(value: string, look: NumberLook, more: { readonly formula?: Formula; readonly strong?: boolean } = {}): Cell {
  return parseDecimal(value) === null ? text(value) : { kind: 'number', value, look, ...more };
}

/** The digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/** The whole number as words, to stand beside one of which a spreadsheet keeps only fifteen digits; null where it keeps all. */
export function exactBeside(value: string): TextCell | null {
  const parsed = parseDecimal(value);
  return parsed !== null && parsed.precision(false) > KEPT_DIGITS ? text(parsed.toFixed(), 'code') : null;
}

export function head(...words: readonly string[]): readonly TextCell[] {
  return words.map((word) => text(word, 'head'));
}

export function isNumber(cell: Cell | undefined): cell is NumberCell {
  return cell?.kind === 'number';
}

/** The sum of these cells; no formula where there are none. */
export function sumOf(cells: readonly CellPlace[]): { readonly formula?: Formula } {
  return cells.length === 0 ? {} : { formula: { kind: 'sum', cells } };
}
