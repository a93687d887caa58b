import { csvLine } from './csv-line';
import type { ImportReport } from './import-report';

/** The problems of an import and the rows left out, as CSV; what stood in the file is written so that a spreadsheet runs none of it. */
export function reportCsv(report: Pick<ImportReport, 'problems' | 'errors' | 'warnings' | 'leftOut'>): string {
  let text = csvLine(['severity', 'line', 'column', 'value', 'kind', 'message']);
  for (const { severity, line, column, value, code, message } of report.problems) {
    text += csvLine([severity, line?.toString() ?? '', neutral(column?.toString() ?? ''), neutral(value ?? ''), code, message]);
  }
  const listed = report.problems.length;
  const total = report.errors + report.warnings;
  if (total > listed)
    text += csvLine(['', '', '', '', 'not-listed', `${total - listed} further problems of these kinds are counted and not listed.`]);
  for (const { line, id } of report.leftOut)
    text += csvLine(['left out', line.toString(), 'position_id', neutral(id), 'left-out', 'The row was left out on request.']);
  return text;
}

function neutral(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
