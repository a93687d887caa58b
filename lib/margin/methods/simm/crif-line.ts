import type { CsvRecord } from '../../portfolio/csv-scanner';

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

/** The columns that a line is looked at for, by place; -1 where the file has none. */
export interface LineColumns {
  readonly amount: number;
  readonly amountUsd: number;
  readonly identifiers: readonly number[];
  readonly dates: readonly number[];
  /** All that decides to which sum the row adds. */
  readonly key: readonly number[];
}

/**
 * One line of a CRIF, looked at as bytes. A line is plain where its cells can be cut without a doubt: printable ASCII, quotation marks around
 * whole cells only, amounts in plain digits, dates as yyyy-mm-dd. Others are left to the reader of every CRIF, which says what is wrong.
 */
export class CrifLine {
  /** Of the plain line: hashes of its key cells and of all its bytes, and the amount in whole units and billionths. */
  keyHash = 0;
  hash = 0;
  units = 0;
  nanos = 0;
  /** The amount is that of AmountUSD. */
  inUsd = false;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;

  constructor(
    private readonly delimiter: number,
    private readonly cellCount: number,
    private readonly columns: LineColumns,
  ) {
    this.starts = new Int32Array(cellCount);
    this.ends = new Int32Array(cellCount);
  }

  /** Takes the line between two places; false where it is not plain. */
  take(bytes: Uint8Array, start: number, end: number): boolean {
    this.bytes = bytes;
    this.start = start;
    const plain = this.cut(start, end);
    if (!plain || !this.readAmounts()) return false;
    const { identifiers, dates, key } = this.columns;
    for (const column of identifiers) if (!this.isPlainText(column)) return false;
    for (const column of dates) if (!this.isPlainDate(column)) return false;
    let hash = this.inUsd ? 0x811c9dc5 : 0x01234567;
    for (const column of key) {
      const stop = this.ends[column] ?? 0;
      for (let at = this.starts[column] ?? 0; at < stop; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
      hash = Math.imul(hash ^ 1, PRIME);
    }
    this.keyHash = hash;
    return true;
  }

  /** The key cells' bytes, to be kept beside what they lead to. */
  keyBytes(): Uint8Array {
    const { key } = this.columns;
    let length = 1;
    for (const column of key) length += (this.ends[column] ?? 0) - (this.starts[column] ?? 0) + 1;
    const kept = new Uint8Array(length);
    kept[0] = this.inUsd ? 1 : 0;
    let to = 1;
    for (const column of key) {
      const stop = this.ends[column] ?? 0;
      for (let at = this.starts[column] ?? 0; at < stop; at += 1, to += 1) kept[to] = this.bytes[at] ?? 0;
      kept[to] = 1;
      to += 1;
    }
    return kept;
  }

  hasKey(kept: Uint8Array): boolean {
    if (kept[0] !== (this.inUsd ? 1 : 0)) return false;
    const { bytes } = this;
    let to = 1;
    for (const column of this.columns.key) {
      const stop = this.ends[column] ?? 0;
      for (let at = this.starts[column] ?? 0; at < stop; at += 1, to += 1) if (bytes[at] !== kept[to]) return false;
      if (kept[to] !== 1) return false;
      to += 1;
    }
    return to === kept.length;
  }

  text(column: number): string {
    if (!this.isFilled(column)) return '';
    return String.fromCharCode(...this.bytes.subarray(this.starts[column], this.ends[column])).trim();
  }

  record(line: number): CsvRecord {
    const { starts, ends, start } = this;
    const text = String.fromCharCode(...this.bytes.subarray(start, ends[this.cellCount - 1]));
    return { line, cells: Array.from(starts, (from, column) => text.slice(from - start, (ends[column] ?? 0) - start)) };
  }

  private cut(start: number, end: number): boolean {
    const { bytes, delimiter, cellCount, starts, ends } = this;
    let first = 0x811c9dc5;
    let cell = 0;
    let from = start;
    let quoted = false;
    for (let at = start; at <= end; at += 1) {
      const byte = at === end ? delimiter : (bytes[at] ?? 0);
      first = Math.imul(first ^ byte, PRIME);
      if (byte === delimiter && !(quoted && at < end)) {
        if (cell === cellCount) return false;
        starts[cell] = from;
        ends[cell] = at;
        cell += 1;
        from = at + 1;
      } else if (byte === QUOTE) {
        if (quoted) {
          const next = at + 1 === end ? delimiter : bytes[at + 1];
          if (next !== delimiter || cell === cellCount) return false;
          starts[cell] = from + 1;
          ends[cell] = at;
          cell += 1;
          at += 1;
          from = at + 1;
          quoted = false;
        } else {
          if (at !== from) return false;
          quoted = true;
        }
      } else if (byte < 32 || byte > 126) return false;
    }
    this.hash = first;
    return cell === cellCount && !quoted && end - start <= MAX_LINE;
  }

  private readAmounts(): boolean {
    const { amount, amountUsd } = this.columns;
    const hasAmount = this.isFilled(amount);
    this.inUsd = this.isFilled(amountUsd);
    if (!hasAmount && !this.inUsd) return false;
    // both are read, so that what is wrong with either is told; the dollars count
    return (!hasAmount || this.readAmount(amount)) && (!this.inUsd || this.readAmount(amountUsd));
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
