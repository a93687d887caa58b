import { type FileChild, type ITableCellBorders, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { changeOption } from '../tracked/change-of';

/** A cell with its blocks; a cell that continues one above is not listed. */
export interface RuledCell {
  readonly blocks: readonly FileChild[];
  /** the style of the paragraph that a cell without one gets */
  readonly style?: 'TableHead';
  readonly width: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** A fill in six hexadecimal digits. */
  readonly shade?: string;
}

export interface RuledRow {
  readonly cells: readonly RuledCell[];
  readonly kind: 'head' | 'body' | 'total';
  /** Where the row comes or goes as a whole. */
  readonly change?: ReturnType<typeof changeOption>;
}

const NONE = { style: 'none', size: 0, color: 'auto' } as const;
const HEAVY = { style: 'single', size: 12, color: '000000' } as const;
const LIGHT = { style: 'single', size: 4, color: '000000' } as const;
const HAIR = { style: 'single', size: 2, color: 'B5BAC4' } as const;

/**
 * A table as printed reports set it: a heavy rule above and below, a light one under the head and over the total, hair lines between rows,
 * no upright lines. Widths are absolute on the table and on every cell; head rows are repeated; no row is torn across pages.
 */
export function ruledTable(rows: readonly RuledRow[], widths: readonly number[], indent = 0): Table {
  const width = widths.reduce((total, own) => total + own, 0);
  const headRows = rows.filter((row) => row.kind === 'head').length;
  return new Table({
    width: { size: width, type: 'dxa' },
    columnWidths: widths,
    layout: 'fixed',
    ...(indent > 0 ? { indent: { size: indent, type: 'dxa' } } : {}),
    margins: { marginUnitType: 'dxa', left: 80, right: 80 },
    borders: { top: HEAVY, bottom: HEAVY, left: NONE, right: NONE, insideHorizontal: HAIR, insideVertical: NONE },
    rows: rows.map((row, index) => tableRow(row, index === headRows - 1)),
  });
}

function tableRow(row: RuledRow, lastHead: boolean): TableRow {
  const borders: ITableCellBorders = lastHead ? { bottom: LIGHT } : row.kind === 'total' ? { top: LIGHT } : {};
  return new TableRow({
    cantSplit: true,
    ...row.change,
    ...(row.kind === 'head' ? { tableHeader: true } : {}),
    children: row.cells.map(
      (cell) =>
        new TableCell({
          width: { size: cell.width, type: 'dxa' },
          verticalAlign: row.kind === 'head' ? 'bottom' : 'top',
          borders,
          ...(cell.shade === undefined ? {} : { shading: { type: 'clear', color: 'auto', fill: cell.shade } }),
          ...(cell.columnSpan !== undefined && cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
          ...(cell.rowSpan !== undefined && cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
          children: cellBlocks(cell),
        }),
    ),
  });
}

/** Word wants a paragraph at the end of every cell. */
function cellBlocks({ blocks, style }: RuledCell): Paragraph[] {
  const ended = blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph({ style: style ?? 'TableText' })];
  return ended as Paragraph[];
}
