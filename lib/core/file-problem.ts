/** Something wrong in a file, said so that a person finds it: where it is, what stands there, and what was expected. */
export interface FileProblem {
  readonly severity: 'error' | 'warning';
  /** A stable name of the kind of problem, e.g. "unknown-product". */
  readonly code: string;
  /** 1-based line in the file; null where the problem is of the whole file. */
  readonly line: number | null;
  /** Column name, or 1-based character column where there are no named columns; null where it does not apply. */
  readonly column: string | number | null;
  /** What stands there, cut to 80 characters. */
  readonly value: string | null;
  /** One sentence: what is wrong and what is expected. */
  readonly message: string;
}
