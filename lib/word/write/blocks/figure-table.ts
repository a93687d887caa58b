import { type FileChild, Paragraph } from 'docx';
import { cellText } from '@/lib/letter/figures/cell-text';
import type { FigureTableColumn } from '@/lib/letter/figures/figure';
import { unitLabel } from '@/lib/letter/figures/format-figure';
import { HEAT_HUES } from '@/lib/letter/figures/heat-hues';
import { type HeatLevel, tableHeat } from '@/lib/letter/figures/heat-levels';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { columnWidths } from '@/lib/letter/tables/table-grid';
import { figureTag } from '../../figure-tag';
import { contentControl } from '../content-control';
import { textRuns } from '../inline/text-runs';
import { changeOption } from '../tracked/change-of';
import { trackMark } from '../tracked/track-paragraph';
import { trackRuns } from '../tracked/track-runs';
import type { Place, WriteContext } from '../write-context';
import { exhibit, figureOf, missingExhibit } from './exhibit';
import { type RuledRow, ruledTable } from './ruled-table';

/** A bound table: text columns to the left, numbers aligned at their decimal points, units in the head, in a content control. */
export function writeFigureTable(node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  const figure = figureOf(node, 'table', context);
  if (figure === null || figure.value.columns.length === 0) return missingExhibit('Table', node, place, context);
  const { columns, rows, totalRow } = figure.value;
  const shown = rows.map((row) => columns.map((column) => cellText(row[column.key] ?? '', column)));
  const heat = tableHeat(columns, rows);
  const widths = columnWidths(
    columns.map((column, index) =>
      weightOf(
        column,
        shown.map((row) => row[index] ?? ''),
        isUnitSaid(columns, index),
      ),
    ),
    place.width,
  );
  const change = () => (context.whole ? { change: changeOption(context.whole, context) } : {});
  const table: RuledRow[] = [
    {
      kind: 'head',
      ...change(),
      cells: widths.map((width, index) => ({ width, blocks: [headCell(columns, index, context)] })),
    },
    ...shown.map((row, rowIndex): RuledRow => {
      const total = rowIndex === totalRow;
      const lastTwo = rowIndex >= shown.length - 2;
      return {
        kind: total ? 'total' : 'body',
        ...change(),
        cells: columns.map((column, index) => ({
          width: widths[index] ?? 0,
          ...shadeOf(heat[rowIndex]?.[index] ?? null),
          blocks: [
            bodyCell(row[index] ?? '', { column, width: widths[index] ?? 0, bold: total, keepNext: lastTwo || rowIndex === 0, context }),
          ],
        })),
      };
    }),
  ];
  const block = ruledTable(table, widths, place.indent);
  const control = { id: context.ids.next(), tag: figureTag(figure, null), title: figure.name };
  // what comes or goes stands in its bookmark alone: see trackedControl
  return exhibit('Table', node, figure, context.whole ? [block] : [contentControl(control, [block])], context);
}

/** Shaded columns, which are many and narrow, take the unit of a column before them. */
function isUnitSaid(columns: readonly FigureTableColumn[], index: number): boolean {
  const { format, heat } = columns[index] ?? { format: null };
  if (format === null || heat !== true) return false;
  return columns.slice(0, index).some((before) => before.format !== null && unitLabel(before.format) === unitLabel(format));
}

function headCell(columns: readonly FigureTableColumn[], index: number, context: WriteContext): Paragraph {
  const alignment = columns[index]?.format === null ? 'left' : 'right';
  const children = [...trackRuns(textRuns(headWords(columns, index)), [], context)];
  return new Paragraph({ style: 'TableHead', alignment, ...trackMark(null, context), children });
}

/** A column's label, and below it the unit of its numbers where that is not said by a column before. */
export function headWords(columns: readonly FigureTableColumn[], index: number): string {
  const { label = '', format = null } = columns[index] ?? {};
  const unit = format === null || isUnitSaid(columns, index) ? '' : unitLabel(format);
  return unit === '' ? label : `${label}\n(${unit.replaceAll(' ', '\u00a0')})`;
}

function shadeOf(level: HeatLevel | null): { shade?: string } {
  return level === null ? {} : { shade: HEAT_HUES[level].slice(1).toUpperCase() };
}

interface CellLook {
  readonly column: FigureTableColumn;
  readonly width: number;
  readonly bold: boolean;
  readonly keepNext: boolean;
  readonly context: WriteContext;
}

/** About half of a digit's width at ten points: room right of the decimal point for fraction, percent sign and closing parenthesis. */
const DIGIT = 100;

function bodyCell(text: string, { column, width, bold, keepNext, context }: CellLook): Paragraph {
  const children = [...trackRuns(textRuns(text, bold ? { bold: true } : {}), [], context)];
  const mark = trackMark(null, context);
  if (column.format === null) return new Paragraph({ style: 'TableText', keepNext, ...mark, children });
  const { decimals, style } = column.format;
  const fraction = (decimals === 0 ? 0 : decimals + 0.5) + (style === 'percent' ? 1.7 : 0) + 0.7;
  const position = Math.max(width - 160 - Math.round(fraction * DIGIT), DIGIT);
  return new Paragraph({ style: 'TableText', keepNext, ...mark, tabStops: [{ type: 'decimal', position }], children });
}

/** How wide a column wants to be: by its longest words, number columns never wider than text. */
function weightOf(column: FigureTableColumn, texts: readonly string[], unitSaid: boolean): number {
  const longest = Math.max(...texts.map((text) => text.length), 4);
  const head = Math.max(...column.label.split(/\s+/).map((word) => word.length), 4);
  if (column.format === null) return Math.min(Math.max(longest, head) + 6, 50);
  return Math.min(Math.max(longest + 3, head + 6, unitSaid ? 0 : unitLabel(column.format).length + 8, 12), 20);
}
