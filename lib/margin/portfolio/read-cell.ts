import { type Decimal, parseDecimal } from '@/lib/core/decimal';
import { isCalendarDate } from './calendar-date';

/** A cell's value, or the code and the sentence that say what is wrong with it. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

const MAX_TEXT = 200;
const CONTROL = /\p{Cc}/u;
const FORMULA = /^[=+\-@]/;

/**
 * A name or identifier: runs of white space (newlines too) become one blank. Refused: a leading = + - or @, which a spreadsheet would run as a
 * formula, control characters, and more than 200 characters.
 */
export function readText(cell: string): CellReading<string> {
  const text = cell.trim().replace(/\s+/g, ' ');
  if (FORMULA.test(text))
    return bad(
      'formula-cell',
      'The text begins with =, +, - or @, which a spreadsheet would run as a formula; begin it with a letter or a digit.',
    );
  if (CONTROL.test(text)) return bad('control-character', 'The text holds a control character; only printable characters are allowed.');
  if (text.length > MAX_TEXT) return bad('text-too-long', `The text has ${text.length} characters; at most ${MAX_TEXT} are allowed.`);
  return { ok: true, value: text };
}

/** One word of a list, in any case; blanks and hyphens may stand for underscores. */
export function readChoice<T extends string>(cell: string, choices: readonly T[], what: string): CellReading<T> {
  const spelling = cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const found = choices.find((choice) => choice.toLowerCase() === spelling);
  if (found !== undefined) return { ok: true, value: found };
  const shown =
    choices.length <= 12
      ? choices.join(', ')
      : `${choices.slice(0, 6).join(', ')} … (${choices.length} in all, see the format description)`;
  return bad(`unknown-${what.replaceAll(' ', '-')}`, `This is no ${what} of the format; expected is one of ${shown}.`);
}

/** A number in plain digits with a decimal point: "-1234.50". The message names what commonly stands there instead. */
export function readDecimal(cell: string): CellReading<Decimal> {
  const text = cell.trim();
  const value = parseDecimal(text);
  if (value !== null) return { ok: true, value };
  return bad('not-a-number', numberMessage(text));
}

function numberMessage(text: string): string {
  if (/^(nan|[+-]?inf(inity)?|n\/?a|#.*|null|none|-+)$/i.test(text))
    return 'This is no number; leave the cell empty where there is no value.';
  if (/^[+-]?[\d.,]+e[+-]?\d+$/i.test(text))
    return 'Exponents are not read, because a spreadsheet may have rounded the number; write it in plain digits.';
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return 'Thousands separators are not read; write the number as 200000.00.';
  if (/^[+-]?\d{1,3}([.' \u00a0\u202f]\d{3})+(,\d+)?$/.test(text))
    return 'Thousands separators are not read; write the number as 200000.00.';
  if (/^[+-]?\d+,\d+$/.test(text)) return 'A decimal comma is not read; write the number with a decimal point.';
  if (/^\(.*\)$/.test(text)) return 'Parentheses are not read; write a negative number with a minus sign.';
  if (/%$/.test(text)) return 'A percent sign is not read; write a ratio, e.g. 0.25 for 25 %.';
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return 'The number has more than 60 characters.';
  return 'A number in plain digits is expected, e.g. -1234.50.';
}

/** A day of the calendar as yyyy-mm-dd. */
export function readDate(cell: string): CellReading<string> {
  const text = cell.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return bad('not-a-date', 'A date is expected as yyyy-mm-dd, e.g. 2031-06-20.');
  if (!isCalendarDate(text)) return bad('no-such-date', 'This day does not exist in the calendar.');
  return { ok: true, value: text };
}

/** Three capital letters; whether such a currency exists is not checked. */
export function readCurrency(cell: string): CellReading<string> {
  const text = cell.trim();
  return /^[A-Z]{3}$/.test(text)
    ? { ok: true, value: text }
    : bad('not-a-currency', 'A currency is expected as three capital letters, e.g. USD.');
}

function bad(code: string, message: string): { ok: false; code: string; message: string } {
  return { ok: false, code, message };
}
