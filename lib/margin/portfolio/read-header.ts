import type { FileProblem } from '@/lib/core/file-problem';
import type { CsvRecord } from './csv-scanner';
import type { TableColumns, TableSpec } from './table-spec';

/** Case, blanks, hyphens and underscores do not tell headers apart: "Position ID" is position_id. */
export function normaliseHeader(cell: string): string {
  return cell
    .trim()
    .replace(/^\uFEFF/, '')
    .replace(/^"(.*)"$/, '$1')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** Finds the columns of a header row. Missing required and repeated columns are errors, unknown ones a warning each. */
export function readHeader(row: CsvRecord, spec: TableSpec): { columns: TableColumns; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const at = new Map<string, number>();
  const report = (severity: FileProblem['severity'], code: string, column: string | number | null, value: string | null, message: string) =>
    problems.push({ severity, code, line: row.line, column, value: value === null ? null : value.slice(0, 80), message });

  if (row.cells.some((cell) => cell.includes('\r'))) {
    report('error', 'line-ends', 1, null, 'Lines end in a bare carriage return; save the file with line feeds (LF or CRLF) as line ends.');
    return { columns: { names: [], at }, problems };
  }
  if (row.cells.length > spec.limits.maxColumns) {
    report(
      'error',
      'too-many-columns',
      spec.limits.maxColumns + 1,
      null,
      `The header has ${row.cells.length} columns; at most ${spec.limits.maxColumns} are allowed.`,
    );
    return { columns: { names: [], at }, problems };
  }
  const names = row.cells.map((cell, index) => {
    const spelling = normaliseHeader(cell);
    const known = spec.columns.get(spelling);
    if (known === undefined) {
      if (spelling !== '')
        report(
          'warning',
          'unknown-column',
          index + 1,
          cell.trim(),
          `The column "${cell.trim().slice(0, 40)}" is not one of a ${spec.kind} and is not read.`,
        );
      return cell.trim() === '' ? `column ${index + 1}` : cell.trim().slice(0, 80);
    }
    if (at.has(known)) report('error', 'repeated-column', known, cell.trim(), `The column ${known} stands in the header twice.`);
    else at.set(known, index);
    return known;
  });
  if (at.size === 0) {
    problems.length = 0;
    const text = row.cells.join(' ').slice(0, 200);
    const message = /[|^~]/.test(text)
      ? 'No column of the header is known: cells must be separated by commas, semicolons or tabs.'
      : `No column of the header is known; the first row of a ${spec.kind} names its columns, e.g. ${spec.required.join(', ')}.`;
    report('error', 'no-header', 1, text, message);
    return { columns: { names, at }, problems };
  }
  for (const column of spec.required) {
    if (!at.has(column)) report('error', 'missing-column', column, null, `The required column ${column} is missing from the header.`);
  }
  return { columns: { names, at }, problems };
}
