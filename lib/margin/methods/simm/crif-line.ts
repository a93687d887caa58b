import type { CsvRecord } from '../../portfolio/csv-scanner';

const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const EQUALS = 61;
const AT = 64;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;
/** Longer lines may hold cells over their limit. */
const MAX_LINE = 4096;
const MAX_WHOLE = 15;
const MAX_FRACTION = 9;
const PRIME = 0x01000193;
/** Stands after each cell in what is hashed and kept; no plain cell holds it. */
const END_OF_CELL = 1;

/** The columns that a line is looked at for, by place; -1 where the file has none. */
export interface LineColumns {
  readonly amount: number;
  readonly amountUsd: number;
  readonly currency: number;
  readonly identifiers: readonly number[];
  readonly dates: readonly number[];
  /** All that decides to which sum the row adds, in order of the file. */
  readonly key: readonly number[];
}

/**
 * One line of a CRIF, looked at as bytes, each once. A line is plain where its cells can be cut without a doubt: printable ASCII, quotation marks
 * around whole cells only, amounts in plain digits, dates as yyyy-mm-dd. Others are left to the reader of every CRIF, which says what is wrong.
 */
export class CrifLine {
  /** Of the plain line: hashes of its key cells and of its other cells, and the amount in whole units and billionths. */
  keyHash = 0;
  otherHash = 0;
  units = 0;
  nanos = 0;
  /** The amount is that of AmountUSD. */
  inUsd = false;
  isPlain = false;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly isKey: Uint8Array;
  private bytes: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly delimiter: number,
    private readonly cellCount: number,
    private readonly columns: LineColumns,
  ) {
    this.starts = new Int32Array(cellCount);
    this.ends = new Int32Array(cellCount);
    this.isKey = new Uint8Array(cellCount + 1);
    for (const column of columns.key) this.isKey[column] = 1;
  }

  /** Takes the line that starts here and ends with a line feed, which the bytes must have; its place. */
  take(bytes: Uint8Array, start: number): number {
    this.bytes = bytes;
    const end = this.cut(bytes, start);
    this.isPlain = end >= 0 && this.readAmounts() && this.identifiersArePlain() && this.datesArePlain();
    if (this.inUsd) this.keyHash = Math.imul(this.keyHash ^ 2, PRIME);
    return end >= 0 ? end : bytes.indexOf(LINE_FEED, start);
  }

  /** The key cells' bytes, to be kept beside what they lead to. */
  keyBytes(): Uint8Array {
    const { bytes } = this;
    let length = 1;
    for (const column of this.columns.key) length += (this.ends[column] ?? 0) - (this.starts[column] ?? 0) + 1;
    const kept = new Uint8Array(length);
    kept[0] = this.inUsd ? 1 : 0;
    let to = 1;
    for (const column of this.columns.key) {
      const stop = this.ends[column] ?? 0;
      for (let at = this.starts[column] ?? 0; at < stop; at += 1, to += 1) kept[to] = bytes[at] ?? 0;
      kept[to] = END_OF_CELL;
      to += 1;
    }
    return kept;
  }

  /** True where the bytes kept from `from` on are this line's key. */
  hasKey(kept: Uint8Array, from: number): boolean {
    if (kept[from] !== (this.inUsd ? 1 : 0)) return false;
    const { bytes, starts, ends } = this;
    const { key } = this.columns;
    let to = from + 1;
    for (let i = 0; i < key.length; i += 1) {
      const column = key[i] ?? 0;
      const stop = ends[column] ?? 0;
      for (let at = starts[column] ?? 0; at < stop; at += 1, to += 1) if (bytes[at] !== kept[to]) return false;
      if (kept[to] !== END_OF_CELL) return false;
      to += 1;
    }
    return true;
  }

  text(column: number): string {
    return this.isFilled(column) ? this.textBetween(this.starts[column] ?? 0, this.ends[column] ?? 0).trim() : '';
  }

  record(line: number): CsvRecord {
    const { starts, ends, cellCount } = this;
    const from = starts[0] ?? 0;
    const text = this.textBetween(from, ends[cellCount - 1] ?? from);
    return { line, cells: Array.from(starts, (start, column) => text.slice(start - from, (ends[column] ?? from) - from)) };
  }

  private textBetween(start: number, end: number): string {
    return String.fromCharCode.apply(null, this.bytes.subarray(start, end) as unknown as number[]);
  }

  /** Cuts and hashes the cells; the place of the line feed, or -1 where the line is not plain. */
  private cut(bytes: Uint8Array, start: number): number {
    const { delimiter, cellCount, starts, ends, isKey } = this;
    const stop = start + MAX_LINE;
    let key = 0x811c9dc5;
    let other = 0x01234567;
    let cell = 0;
    let from = start;
    let keyed = isKey[0];
    for (let at = start; at < stop; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte > RETURN && byte !== delimiter && byte !== QUOTE) {
        if (byte < 32 || byte > 126) return -1;
        if (keyed) key = Math.imul(key ^ byte, PRIME);
        else other = Math.imul(other ^ byte, PRIME);
        continue;
      }
      let end = at;
      if (byte === QUOTE) {
        if (at !== from) return -1;
        end = at + 1;
        for (; bytes[end] !== QUOTE; end += 1) {
          const inside = bytes[end] ?? 0;
          if (inside < 32 || inside > 126 || end > stop) return -1;
          if (keyed) key = Math.imul(key ^ inside, PRIME);
          else other = Math.imul(other ^ inside, PRIME);
        }
        from = at + 1;
        at = end + 1;
      }
      const closer = bytes[at] ?? 0;
      const isLast = closer === LINE_FEED || (closer === RETURN && bytes[at + 1] === LINE_FEED);
      if ((closer !== delimiter && !isLast) || cell === cellCount) return -1;
      starts[cell] = from;
      ends[cell] = end;
      if (keyed) key = Math.imul(key ^ END_OF_CELL, PRIME);
      else other = Math.imul(other ^ END_OF_CELL, PRIME);
      cell += 1;
      if (isLast) {
        this.keyHash = key;
        this.otherHash = other;
        return cell === cellCount ? at + (closer === RETURN ? 1 : 0) : -1;
      }
      from = at + 1;
      keyed = isKey[cell];
    }
    return -1;
  }

  private identifiersArePlain(): boolean {
    for (const column of this.columns.identifiers) if (!this.isPlainText(column)) return false;
    return true;
  }

  private datesArePlain(): boolean {
    for (const column of this.columns.dates) if (!this.isPlainDate(column)) return false;
    return true;
  }

  private readAmounts(): boolean {
    const { amount, amountUsd } = this.columns;
    const hasAmount = this.isFilled(amount);
    this.inUsd = this.isFilled(amountUsd);
    if (!hasAmount && !this.inUsd) return false;
    // both are read, so that what is wrong with either is told; the dollars count
    if (hasAmount && !this.readAmount(amount)) return false;
    if (!this.inUsd) return true;
    const { units, nanos } = this;
    if (!this.readAmount(amountUsd)) return false;
    // two amounts in dollars that differ are for the reader of every CRIF, which warns
    return !hasAmount || (units === this.units && nanos === this.nanos) || !this.isUsd(this.columns.currency);
  }

  private isUsd(column: number): boolean {
    return this.text(column).toUpperCase() === 'USD';
  }

  private isFilled(column: number): boolean {
    return column >= 0 && (this.starts[column] ?? 0) < (this.ends[column] ?? 0);
  }

  private readAmount(column: number): boolean {
    const { bytes } = this;
    const end = this.ends[column] ?? 0;
    let at = this.starts[column] ?? 0;
    const sign = bytes[at];
    if (sign === MINUS || sign === PLUS) at += 1;
    let units = 0;
    let digits = 0;
    let places = 0;
    let nanos = 0;
    let point = false;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      const digit = byte - 48;
      if (digit >= 0 && digit <= 9) {
        if (point) {
          nanos = nanos * 10 + digit;
          places += 1;
        } else {
          units = units * 10 + digit;
          digits += 1;
        }
      } else if (byte === POINT && !point) point = true;
      else return false;
    }
    if (digits > MAX_WHOLE || places > MAX_FRACTION || digits + places === 0) return false;
    nanos *= POWERS[MAX_FRACTION - places] ?? 1;
    this.units = sign === MINUS ? -units : units;
    this.nanos = sign === MINUS ? -nanos : nanos;
    return true;
  }

  private isPlainText(column: number): boolean {
    if (!this.isFilled(column)) return true;
    const first = this.bytes[this.starts[column] ?? 0] ?? 0;
    return first !== EQUALS && first !== AT && first !== 32;
  }

  /** yyyy-mm-dd with a day that every month has; other dates are for the reader of every CRIF. */
  private isPlainDate(column: number): boolean {
    if (!this.isFilled(column)) return true;
    const start = this.starts[column] ?? 0;
    if ((this.ends[column] ?? 0) - start !== 10) return false;
    for (const offset of DATE_DIGITS) {
      const digit = this.digit(start + offset);
      if (digit < 0 || digit > 9) return false;
    }
    const month = this.digit(start + 5) * 10 + this.digit(start + 6);
    const day = this.digit(start + 8) * 10 + this.digit(start + 9);
    const dashes = this.bytes[start + 4] === MINUS && this.bytes[start + 7] === MINUS;
    return dashes && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  }

  private digit(at: number): number {
    return (this.bytes[at] ?? 0) - 48;
  }
}

const DATE_DIGITS = [0, 1, 2, 3, 5, 6, 8, 9] as const;
const POWERS = Array.from({ length: MAX_FRACTION + 1 }, (_, i) => 10 ** i);
