import type { ProseNode } from '../schema/prose-node';

/** A cell where it begins in the grid; an empty node for a place that no cell of the text covers. */
export interface GridCell {
  readonly node: ProseNode;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface TableGrid {
  readonly columns: number;
  readonly rows: readonly (readonly GridCell[])[];
  /** How many rows at the top are all head cells; they are repeated on every page. */
  readonly headRows: number;
}

const EMPTY_CELL: ProseNode = { type: 'tableCell', content: [] };
const MOST_COLUMNS = 63;

/**
 * A table of the text as a full rectangle: spans are cut to the table, short rows filled with empty cells, because Word refuses a table whose
 * rows do not cover its grid. Word allows 63 columns; cells beyond are left out.
 */
export function tableGrid(table: ProseNode): TableGrid {
  const sources = (table.content ?? []).filter((row) => row.type === 'tableRow');
  const taken: boolean[][] = sources.map(() => []);
  const rows = sources.map((row, rowIndex) => placeRow(row, rowIndex, sources.length, taken));
  const columns = Math.max(1, ...taken.map((row) => row.length));
  const full = rows.map((cells, rowIndex) => fillRow(cells, taken[rowIndex] ?? [], columns));
  let headRows = 0;
  while (headRows < full.length - 1 && isHead(full[headRows] ?? [])) headRows += 1;
  return { columns, rows: full, headRows };
}

function placeRow(row: ProseNode, rowIndex: number, rowCount: number, taken: boolean[][]): GridCell[] {
  const cells: GridCell[] = [];
  let column = 0;
  for (const node of row.content ?? []) {
    while (taken[rowIndex]?.[column] === true) column += 1;
    if (column >= MOST_COLUMNS) break;
    const columnSpan = freeColumns(taken[rowIndex] ?? [], column, Math.min(span(node, 'colspan'), MOST_COLUMNS - column));
    const rowSpan = Math.min(span(node, 'rowspan'), rowCount - rowIndex);
    for (let down = 0; down < rowSpan; down++) {
      for (let across = 0; across < columnSpan; across++) {
        const line = taken[rowIndex + down];
        if (line !== undefined) markTaken(line, column + across);
      }
    }
    cells.push({ node, column, columnSpan, rowSpan });
    column += columnSpan;
  }
  return cells;
}

function markTaken(line: boolean[], column: number): void {
  while (line.length < column) line.push(false);
  line[column] = true;
}

function freeColumns(line: readonly boolean[], column: number, wanted: number): number {
  let free = 1;
  while (free < wanted && line[column + free] !== true) free += 1;
  return free;
}

function fillRow(cells: readonly GridCell[], taken: readonly boolean[], columns: number): GridCell[] {
  const filled = [...cells];
  for (let column = 0; column < columns; column++) {
    if (taken[column] !== true) filled.push({ node: EMPTY_CELL, column, columnSpan: 1, rowSpan: 1 });
  }
  return filled.sort((a, b) => a.column - b.column);
}

function isHead(cells: readonly GridCell[]): boolean {
  const own = cells.filter((cell) => cell.node !== EMPTY_CELL);
  return own.length > 0 && own.every((cell) => cell.node.type === 'tableHeader' && cell.rowSpan === 1);
}

function span(node: ProseNode, name: 'colspan' | 'rowspan'): number {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1;
}

/** Column widths that add up to `width` exactly: shares of the given weights, equal ones where there are none. */
export function columnWidths(weights: readonly number[], width: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const widths = weights.map((weight) => Math.max(1, Math.floor((width * weight) / sum)));
  const rest = width - widths.reduce((total, own) => total + own, 0);
  return widths.map((own, index) => (index === 0 ? Math.max(1, own + rest) : own));
}
