import { parseDecimal } from '@/lib/core/decimal';
import type { FigureTableColumn } from './figure';
import { formatFigure } from './format-figure';

/** What a cell of a figure's table reads as: a number by its column's format, words as they are. */
export function cellText(value: string, column: FigureTableColumn): string {
  return column.format === null || parseDecimal(value) === null ? value : formatFigure(value, column.format, 'cell');
}
