/** What a table file may hold at most; over a limit the file is refused with the limit named. */
export interface FileLimits {
  readonly maxBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** In characters (UTF-16 units). */
  readonly maxCellLength: number;
}

/** The limits of every upload and of the command line. */
export const FILE_LIMITS: FileLimits = {
  maxBytes: 512 * 1024 * 1024,
  maxRows: 1_000_000,
  maxColumns: 200,
  maxCellLength: 4096,
};
