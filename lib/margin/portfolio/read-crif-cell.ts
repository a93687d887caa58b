import { isCalendarDate } from './calendar-date';
import { REGULATIONS } from './crif-columns';
import type { CellReading } from './read-cell';

/** A reading that was understood although it is not as the format says; `noted` is the warning's code and sentence. */
export interface NotedReading {
  readonly value: string;
  readonly noted: { readonly code: string; readonly message: string } | null;
}

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const EXPONENT = /^([+-]?)(\d*)(?:\.(\d*))?[eE]([+-]?\d{1,4})$/;
const MAX_EXPONENT = 30;

/**
 * An amount as a plain decimal string. Thousands separators and small exponents (programs write 1.0E7) are read and noted; an exponent beyond ±30,
 * NaN and the rest are refused.
 */
export function readCrifAmount(cell: string): CellReading<NotedReading> {
  if (cell.length <= 60 && PLAIN.test(cell)) return plain(cell);
  if (cell.length <= 60 && GROUPED.test(cell)) {
    return noted(cell.replaceAll(',', ''), 'grouped-amount', 'The thousands separators were taken out of the amount.');
  }
  // the exponent is a count of places; the digits themselves stay text
  const exponent = EXPONENT.exec(cell);
  if (exponent && cell.length <= 60 && (exponent[2] ?? '') + (exponent[3] ?? '') !== '' && Math.abs(Number(exponent[4])) <= MAX_EXPONENT) {
    const value = shifted(exponent[1] ?? '', exponent[2] ?? '', exponent[3] ?? '', Number(exponent[4]));
    return noted(value, 'exponent-amount', 'The amount stands with an exponent; digits that a spreadsheet rounded away are lost.');
  }
  return {
    ok: false,
    code: 'not-a-number',
    message: 'An amount in plain digits is expected, e.g. -1234.50, with an exponent of at most 30 in size.',
  };
}

/** A date as ISO; DD/MM/YYYY is read and noted. */
export function readCrifDate(cell: string): CellReading<NotedReading> {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  const iso = slashed ? `${slashed[3]}-${slashed[2]?.padStart(2, '0')}-${slashed[1]?.padStart(2, '0')}` : cell;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    return { ok: false, code: 'not-a-date', message: 'A date is expected as yyyy-mm-dd; dd/mm/yyyy is read too.' };
  }
  if (!isCalendarDate(iso))
    return { ok: false, code: 'no-such-date', message: 'This day does not exist (dates with slashes are read as day/month/year).' };
  return slashed ? noted(iso, 'slashed-date', `The date was read as day/month/year: ${iso}.`) : plain(iso);
}

/** A list of regulations: brackets, quotation marks and blanks are taken off, known tokens are spelt as in REGULATIONS. */
export function readRegulations(cell: string): readonly string[] {
  return cell
    .replace(/[[\]"']/g, '')
    .split(/[,;]/)
    .map((token) => token.trim())
    .filter((token) => token !== '')
    .map((token) => REGULATIONS.get(token.toUpperCase()) ?? token);
}

function shifted(sign: string, whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function plain(value: string): CellReading<NotedReading> {
  return { ok: true, value: { value, noted: null } };
}

function noted(value: string, code: string, message: string): CellReading<NotedReading> {
  return { ok: true, value: { value, noted: { code, message } } };
}
