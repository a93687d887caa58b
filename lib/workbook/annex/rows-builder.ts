import type { Cell, CellPlace, Sheet } from '../workbook';

/** Collects a sheet's rows from the top down and says where each came to stand. */
export class RowsBuilder {
  private readonly rows: (readonly Cell[])[] = [];

  /** Adds a row and gives its index. */
  add(...cells: readonly Cell[]): number {
    this.rows.push(cells);
    return this.rows.length - 1;
  }

  /** An empty row, unless nothing stands above. */
  gap(): void {
    if (this.rows.length > 0) this.rows.push([]);
  }

  at(row: number, column: number): CellPlace {
    return { row, column };
  }

  sheet(name: string, widths: readonly number[], frozenRows: number): Sheet {
    return { name, widths, frozenRows, rows: this.rows };
  }
}
