import type { FileChild } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { columnWidths, type GridCell, tableGrid } from '@/lib/letter/tables/table-grid';
import { trackedOf } from '@/lib/letter/tracked/side';
import { changeOption } from '../tracked/change-of';
import type { Place, WriteBlocks, WriteContext } from '../write-context';
import { type RuledRow, ruledTable } from './ruled-table';
import { tableSpacer } from './table-spacer';

/** A table typed in the text. Columns are as wide as the text says, in proportion; equal where it does not. */
export function writeTable(node: ProseNode, place: Place, context: WriteContext, writeBlocks: WriteBlocks): readonly FileChild[] {
  const grid = tableGrid(node);
  if (grid.rows.length === 0) return [];
  const changes = (node.content ?? []).filter(({ type }) => type === 'tableRow').map(trackedOf);
  const all = changes.every((change) => change?.kind === changes[0]?.kind) ? (changes[0] ?? null) : null;
  const widths = columnWidths(weightsOf(grid.rows, grid.columns), place.width);
  const rows = grid.rows.map((cells, index): RuledRow => {
    const head = index < grid.headRows;
    const whole = changes[index] ?? context.whole;
    const inside = whole ? { ...context, whole } : context;
    return {
      kind: head ? 'head' : 'body',
      cells: cells.map((cell) => writeCell(cell, widths, head, inside, writeBlocks)),
      ...(whole ? { change: changeOption(whole, context) } : {}),
    };
  });
  return [ruledTable(rows, widths, place.indent), tableSpacer(all ? { ...context, whole: all } : context)];
}

function writeCell(cell: GridCell, widths: readonly number[], head: boolean, context: WriteContext, writeBlocks: WriteBlocks) {
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((total, own) => total + own, 0);
  const style = head || cell.node.type === 'tableHeader' ? ('TableHead' as const) : ('TableText' as const);
  const place: Place = { style, indent: 0, width: Math.max(width - 160, 160), listDepth: 0, headings: 'plain' };
  const blocks = writeBlocks(cell.node.content ?? [], place, context);
  const { columnSpan, rowSpan } = cell;
  return { blocks, width, columnSpan, rowSpan, ...(style === 'TableHead' && blocks.length === 0 ? { style } : {}) };
}

function weightsOf(rows: readonly (readonly GridCell[])[], columns: number): number[] {
  const weights = Array.from({ length: columns }, () => 0);
  for (const cell of rows.flat()) {
    const widths = cell.node.attrs?.colwidth;
    if (!Array.isArray(widths)) continue;
    widths.slice(0, cell.columnSpan).forEach((width: unknown, offset) => {
      if (typeof width === 'number' && width > 0 && width < 10_000) weights[cell.column + offset] = width;
    });
  }
  const known = weights.filter((weight) => weight > 0);
  const average = known.length === 0 ? 1 : known.reduce((total, weight) => total + weight, 0) / known.length;
  return weights.map((weight) => (weight > 0 ? weight : average));
}
