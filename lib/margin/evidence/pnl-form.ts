import type { FileLimits } from '../portfolio/file-limits';
import type { TableBatch } from '../portfolio/read-table';
import type { VectorBuilder } from './pnl-builder';

export interface ReadPnlOptions {
  /** Of rows that name none. */
  readonly currency: string;
  /** The portfolio's positions: rows of others are named and not used. Absent: every row is used. */
  readonly positions?: ReadonlySet<string>;
  readonly limits?: PnlLimits;
}

export interface PnlLimits extends FileLimits {
  /** Amounts in the file, which take eight bytes each. */
  readonly maxValues: number;
}

export const PNL_LIMITS: PnlLimits = {
  maxBytes: 1024 * 1024 * 1024,
  maxRows: 25_000_000,
  maxColumns: 20_002,
  maxCellLength: 4096,
  maxValues: 25_000_000,
};

/** What one of the two forms of the file collects. */
export interface PnlForm {
  take(batch: TableBatch): void;
  /** True where the file's order of scenarios means something: columns have one, rows do not. */
  readonly inOrder: boolean;
  /** The scenarios in the file's order, and the vectors, whole or not. */
  readonly scenarios: readonly string[];
  readonly builders: Iterable<VectorBuilder>;
  /** Amounts that were rounded to six places. */
  readonly rounded: number;
}
