import { cleanText } from '@/lib/core/clean-text';
import { cellText } from '@/lib/letter/figures/cell-text';
import type { FigureValue } from '@/lib/letter/figures/figure';
import { chartPlan } from '../../write/blocks/chart-series';
import { headWords } from '../../write/blocks/figure-table';
import { linePlan } from '../../write/blocks/line-plan';

type TableValue = Extract<FigureValue, { kind: 'table' }>;
type ChartValue = Extract<FigureValue, { kind: 'chart' }>;

/** The cells of a bound table as the writer writes them: a line for each row, cells apart by tabs. */
export function tableWords({ columns, rows }: TableValue): string {
  const head = columns.map((_, index) => headWords(columns, index));
  const body = rows.map((row) => columns.map((column) => cellText(row[column.key] ?? '', column)));
  return [head, ...body].map(rowWords).join('\n');
}

/** A row as one line. */
export function rowWords(cells: readonly string[]): string {
  return cells.map((cell) => cleanText(cell).replace(/\s+/g, ' ').trim()).join('\t');
}

/** The numbers of a bound chart: a line for each series that is drawn. Null where nothing is drawn. */
export function chartNumbers(value: ChartValue): string | null {
  if (value.chart !== 'lines') {
    if (value.points.length === 0) return null;
    return seriesWords(chartPlan(value.points, value.chart, value.format).series.map(({ name, values }) => ({ name, values })));
  }
  if (value.series.every(({ values }) => values.every((amount) => amount === null))) return null;
  return seriesWords(linePlan(value).series.map(({ name, values }) => ({ name, values })));
}

/** Series as lines of numbers; those without a number are left out, and so are names, which programs cut and count. */
export function seriesWords(series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]): string {
  return series
    .map(({ values }) => values.filter((value) => value !== null).map((value) => String(Number(value.toPrecision(12)))))
    .filter((values) => values.length > 0)
    .map((values) => values.join(' '))
    .sort()
    .join('\n');
}
