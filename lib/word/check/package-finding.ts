/** Something in a Word file that should not leave the firm, or that Word may not read. Errors must be mended; warnings are shown. */
export interface PackageFinding {
  readonly severity: 'error' | 'warning';
  /** A stable name of the kind of finding, e.g. "comments-left". */
  readonly code: string;
  /** The part of the package, e.g. "word/document.xml". */
  readonly part: string;
  /** One sentence for a person. */
  readonly message: string;
}
