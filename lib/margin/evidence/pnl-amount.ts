import { readDecimal } from '../portfolio/read-cell';

/** Decimal places that amounts are kept to; more are rounded HALF_UP, and the reader says so. */
export const MOST_PLACES = 6;

const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SPACE = 32;
const TAB = 9;
const NO_BREAK = 160;

/**
 * Reads amounts in plain digits into whole numbers, without a decimal for each of ten million cells. After `read` returned null for a text or a part of one, `units` × 10^-`places` is
 * the amount, exactly but where `rounded`; trailing zeros do not count as places. Otherwise it returned what is wrong.
 */
export class PnlAmount {
  units = 0;
  places = 0;
  rounded = false;

  read(text: string, from = 0, to = text.length): { readonly code: string; readonly message: string } | null {
    let at = from;
    let end = to;
    while (at < end && isBlank(text.charCodeAt(at))) at += 1;
    while (end > at && isBlank(text.charCodeAt(end - 1))) end -= 1;
    const sign = text.charCodeAt(at);
    if (end > at && (sign === MINUS || sign === PLUS)) at += 1;
    let units = 0;
    let places = 0;
    let zeros = 0;
    let digits = 0;
    let next = -1;
    let dropped = false;
    let point = false;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === POINT && !point) {
        point = true;
        continue;
      }
      const digit = code - 48;
      if (digit < 0 || digit > 9) return refused(text.slice(from, to));
      digits += 1;
      if (!point) units = units * 10 + digit;
      else if (places + zeros === MOST_PLACES) {
        if (next < 0) next = digit;
        dropped ||= digit !== 0;
      } else if (digit === 0) zeros += 1;
      else {
        units = units * 10 ** (zeros + 1) + digit;
        places += zeros + 1;
        zeros = 0;
      }
    }
    if (digits === 0 || to - from > 100) return refused(text.slice(from, to));
    if (next >= 5) {
      // the places that zeros stood for are needed again: 1.0000005 is 1.000001
      units = units * 10 ** zeros + 1;
      places += zeros;
      while (places > 0 && units % 10 === 0) {
        units /= 10;
        places -= 1;
      }
    }
    if (units > Number.MAX_SAFE_INTEGER) return TOO_LARGE;
    this.units = sign === MINUS && units !== 0 ? -units : units;
    this.places = places;
    this.rounded = dropped;
    return null;
  }
}

const TOO_LARGE = {
  code: 'too-large',
  message: `The amount has more digits than are kept exactly: with its decimal places it must be below ${Number.MAX_SAFE_INTEGER} units of its last place.`,
};

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === NO_BREAK;
}

function refused(cell: string): { code: string; message: string } {
  const text = cell.trim();
  if (text === '') return { code: 'missing-amount', message: 'There is no amount; a profit and loss of nothing is written 0.' };
  // an empty cell is a gap here, so that the advice for other files, to leave it empty, would lose the position
  if (!/\d/.test(text)) return { code: 'not-a-number', message: 'This is no number; a profit and loss of nothing is written 0.' };
  const reading = readDecimal(text);
  return reading.ok
    ? { code: 'not-a-number', message: 'The number has more than 60 characters.' }
    : { code: reading.code, message: reading.message };
}
