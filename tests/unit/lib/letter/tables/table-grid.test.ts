import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { columnWidths, tableGrid } from '@/lib/letter/tables/table-grid';
import { table, td, th, tr } from '@/tests/support/letters';

const spanning = (node: ProseNode, colspan: number, rowspan: number): ProseNode => ({ ...node, attrs: { colspan, rowspan } });

describe('the grid of a table', () => {
  it('repeats the rows at the top that are all head cells, but never all rows', () => {
    expect(tableGrid(table(tr(th('a'), th('b')), tr(td('c'), td('d')))).headRows).toBe(1);
    expect(tableGrid(table(tr(th('a'), td('b')), tr(td('c'), td('d')))).headRows).toBe(0);
    expect(tableGrid(table(tr(th('a')))).headRows).toBe(0);
  });
  it('fills short rows', () => {
    const grid = tableGrid(table(tr(td('a')), tr(td('b'), td('c'), td('d'))));
    expect(grid.columns).toBe(3);
    expect(grid.rows.map((row) => row.length)).toEqual([3, 3]);
  });
  it('cuts spans to the table', () => {
    const cell = tableGrid(table(tr(spanning(td('a'), 2, 9)), tr(td('b')))).rows[0]?.[0];
    expect(cell).toMatchObject({ columnSpan: 2, rowSpan: 2 });
  });
  it('covers every place exactly once', () => {
    const anyCell = fc
      .record({ colspan: fc.integer({ min: -1, max: 5 }), rowspan: fc.integer({ min: -1, max: 5 }) })
      .map(({ colspan, rowspan }) => spanning(td('x'), colspan, rowspan));
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const grid = tableGrid(table(...rows.map((cells) => tr(...cells))));
        const covered = grid.rows.map(() => Array.from({ length: grid.columns }, () => 0));
        grid.rows.forEach((cells, row) => {
          for (const cell of cells) {
            for (let down = 0; down < cell.rowSpan; down++)
              for (let across = 0; across < cell.columnSpan; across++) covered[row + down]![cell.column + across]! += 1;
          }
        });
        expect(covered.flat().every((times) => times === 1)).toBe(true);
      }),
    );
  });
});

describe('column widths', () => {
  it('add up to the table exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 }), (weights) => {
        const widths = columnWidths(weights, 9360);
        expect(widths.reduce((total, own) => total + own, 0)).toBe(9360);
        expect(Math.min(...widths)).toBeGreaterThan(0);
      }),
    );
  });
});
