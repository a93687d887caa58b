import { parseDecimal } from './decimal';

/** One cell of a CSV file (RFC 4180). Words that a spreadsheet would take for a formula begin with an apostrophe; numbers stay numbers. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && parseDecimal(text) === null ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
