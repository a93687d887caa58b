import { parseDecimal } from '@/lib/core/decimal';
import type { TableOfFiguresRow } from '@/lib/letter/submission/table-of-figures';
import { amount, exactBeside, head, text } from '../cells';
import type { Cell, NumberLook, Sheet } from '../workbook';
import { RowsBuilder } from './rows-builder';

/** What stands in the letter's tables and charts, a value a line. */
export function figureDataSheet(figures: readonly TableOfFiguresRow[]): Sheet {
  const rows = new RowsBuilder();
  rows.add(...head('Where', 'Figure', 'Row or point', 'Column or series', 'Value', 'Exact'));
  for (const { figure, places } of figures) {
    for (const { row, column, value, look } of valuesOf(figure.value)) {
      rows.add(text(places.join(', ')), text(figure.name), text(row), text(column), cellOf(value, look), exactBeside(value));
    }
  }
  return rows.sheet('Figure data', [16, 44, 40, 34, 24, 34], 1);
}

interface DataValue {
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly look: NumberLook;
}

function valuesOf(value: TableOfFiguresRow['figure']['value']): readonly DataValue[] {
  if (value.kind === 'number') return [];
  if (value.kind === 'table') {
    const [first, ...others] = value.columns;
    return value.rows.flatMap((row) =>
      others.map((column) => ({
        row: first ? (row[first.key] ?? '') : '',
        column: column.label,
        value: row[column.key] ?? '',
        look: lookOf(column.format?.style),
      })),
    );
  }
  const look = lookOf(value.format.style);
  if (value.chart !== 'lines') return value.points.map(({ label, kind, amount: of }) => ({ row: label, column: kind, value: of, look }));
  return value.series.flatMap(({ name, format, values }) =>
    values.flatMap((one, index) =>
      one === null ? [] : [{ row: value.categories[index] ?? '', column: name, value: one, look: format ? lookOf(format.style) : look }],
    ),
  );
}

function cellOf(value: string, look: NumberLook): Cell {
  return parseDecimal(value) === null ? text(value) : amount(value, look);
}

function lookOf(style: 'money' | 'percent' | 'count' | undefined): NumberLook {
  if (style === 'percent') return 'percent';
  return style === 'money' ? 'money' : 'plain';
}
