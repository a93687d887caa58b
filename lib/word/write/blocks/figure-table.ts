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
import type { Place, WriteContext } from '../write-context';
import { exhibit, figureOf, missingExhibit } from './exhibit';
import { type RuledRow, ruledTable } from './ruled-table';

/** A bound table: text columns to the left, numbers aligned at their decimal points, units in the head, in a content control. */
export function writeFigureTable(node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  const figure = figureOf(node, 'table', context);
  if (figure === null || figure.value.columns.length === 0) return missingExhibit('Table', node);
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
  const table: RuledRow[] = [
    {
      kind: 'head',
      cells: columns.map((column, index) => ({ width: widths[index] ?? 0, blocks: [headCell(column, isUnitSaid(columns, index))] })),
    },
    ...shown.map((row, rowIndex): RuledRow => {
      const total = rowIndex === totalRow;
      const lastTwo = rowIndex >= shown.length - 2;
      return {
        kind: total ? 'total' : 'body',
        cells: columns.map((column, index) => ({
          width: widths[index] ?? 0,
          ...shadeOf(heat[rowIndex]?.[index] ?? null),
          blocks: [bodyCell(row[index] ?? '', { column, width: widths[index] ?? 0, bold: total, keepNext: lastTwo || rowIndex === 0 })],
        })),
      };
    }),
  ];
  const control = { id: context.ids.next(), tag: figureTag(figure, null), title: figure.name };
  return exhibit('Table', node, figure, contentControl(control, [ruledTable(table, widths, place.indent)]), context);
}

/** Shaded columns, which are many and narrow, take the unit of a column before them. */
function isUnitSaid(columns: readonly FigureTableColumn[], index: number): boolean {
  const { format, heat } = columns[index] ?? { format: null };
  if (format === null || heat !== true) return false;
  return columns.slice(0, index).some((before) => before.format !== null && unitLabel(before.format) === unitLabel(format));
}

function headCell(column: FigureTableColumn, unitSaid: boolean): Paragraph {
  const unit = column.format === null || unitSaid ? '' : unitLabel(column.format);
  const words = unit === '' ? column.label : `${column.label}\n(${unit.replaceAll(' ', '\u00a0')})`;
  return new Paragraph({ style: 'TableHead', alignment: column.format === null ? 'left' : 'right', children: textRuns(words) });
}

function shadeOf(level: HeatLevel | null): { shade?: string } {
  return level === null ? {} : { shade: HEAT_HUES[level].slice(1).toUpperCase() };
}

interface CellLook {
  readonly column: FigureTableColumn;
  readonly width: number;
  readonly bold: boolean;
  readonly keepNext: boolean;
}

/** About half of a digit's width at ten points: room right of the decimal point for fraction, percent sign and closing parenthesis. */
const DIGIT = 100;

function bodyCell(text: string, { column, width, bold, keepNext }: CellLook): Paragraph {
  const children = textRuns(text, bold ? { bold: true } : {});
  if (column.format === null) return new Paragraph({ style: 'TableText', keepNext, children });
  const { decimals, style } = column.format;
  const fraction = (decimals === 0 ? 0 : decimals + 0.5) + (style === 'percent' ? 1.7 : 0) + 0.7;
  const position = Math.max(width - 160 - Math.round(fraction * DIGIT), DIGIT);
  return new Paragraph({ style: 'TableText', keepNext, tabStops: [{ type: 'decimal', position }], children });
}

/** How wide a column wants to be: by its longest words, number columns never wider than text. */
function weightOf(column: FigureTableColumn, texts: readonly string[], unitSaid: boolean): number {
  const longest = Math.max(...texts.map((text) => text.length), 4);
  const head = Math.max(...column.label.split(/\s+/).map((word) => word.length), 4);
  if (column.format === null) return Math.min(Math.max(longest, head) + 6, 50);
  return Math.min(Math.max(longest + 3, head + 6, unitSaid ? 0 : unitLabel(column.format).length + 8, 12), 20);
}
