import type { FileLimits } from './file-limits';

/** What a kind of table file must look like. */
export interface TableSpec {
  /** What the file is called in messages, e.g. "positions file". */
  readonly kind: string;
  /** Normalised spelling of a header → the column that it means. */
  readonly columns: ReadonlyMap<string, string>;
  readonly required: readonly string[];
  readonly limits: FileLimits;
  /** True for a reader that cuts lines itself (CsvRecord.plain). */
  readonly uncut?: boolean;
}

/** The columns of a file: names in the file's order, and where each known column stands. */
export interface TableColumns {
  readonly names: readonly string[];
  readonly at: ReadonlyMap<string, number>;
}
