import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';

const NANO_DIGITS = 9;
const MAX_UNIT_DIGITS = 15;
/** Below this an addend of fifteen digits cannot lead out of the integers that a number holds exactly. */
const FLUSH_AT = 2 ** 52;
const NANOS = 10 ** NANO_DIGITS;

/**
 * An exact sum of amounts in plain digits, made for millions of them: whole units and billionths are counted in two integers; what has more digits,
 * and what outgrows the integers, is kept as a decimal of its own. The order of the amounts never changes the value.
 */
export class ExactSum {
  private units = 0;
  private nanos = 0;
  private rest: Decimal = ZERO;

  /** Adds an amount like "-1234.50"; `absolute` leaves its sign out. The text must be a plain decimal of at most 60 characters. */
  add(text: string, absolute = false): void {
    const first = text.charCodeAt(0);
    const signed = first === 45 || first === 43;
    const negative = first === 45 && !absolute;
    let at = signed ? 1 : 0;
    const start = at;
    let whole = 0;
    for (; at < text.length; at += 1) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    const wholeDigits = at - start;
    let fraction = 0;
    let fractionDigits = 0;
    if (at < text.length && text.charCodeAt(at) === 46) {
      for (at += 1; at < text.length; at += 1) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) break;
        fraction = fraction * 10 + digit;
        fractionDigits += 1;
      }
    }
    if (at < text.length || wholeDigits > MAX_UNIT_DIGITS || fractionDigits > NANO_DIGITS || wholeDigits + fractionDigits === 0) {
      const value = new Decimal(text);
      this.rest = sumDecimals([this.rest, absolute ? value.abs() : value]);
      return;
    }
    this.count(negative ? -whole : whole, (negative ? -fraction : fraction) * (POWERS[NANO_DIGITS - fractionDigits] ?? 1));
  }

  /** Adds whole units and billionths, each an integer of at most fifteen digits. */
  count(units: number, nanos: number): void {
    this.units += units;
    this.nanos += nanos;
    if (this.units > FLUSH_AT || this.units < -FLUSH_AT || this.nanos > FLUSH_AT || this.nanos < -FLUSH_AT) this.flush();
  }

  value(): Decimal {
    this.flush();
    return this.rest;
  }

  private flush(): void {
    if (this.units === 0 && this.nanos === 0) return;
    const counted = this.nanos === 0 ? new Decimal(this.units) : new Decimal(this.text());
    this.rest = this.rest.isZero() ? counted : sumDecimals([this.rest, counted]);
    this.units = 0;
    this.nanos = 0;
  }

  /** The counted sum in plain digits: billionths carried into the units, both of one sign. */
  private text(): string {
    const carry = Math.trunc(this.nanos / NANOS);
    let units = this.units + carry;
    let nanos = this.nanos - carry * NANOS;
    if (units > 0 && nanos < 0) {
      units -= 1;
      nanos += NANOS;
    } else if (units < 0 && nanos > 0) {
      units += 1;
      nanos -= NANOS;
    }
    const sign = units < 0 || nanos < 0 ? '-' : '';
    return `${sign}${Math.abs(units)}.${String(Math.abs(nanos)).padStart(NANO_DIGITS, '0')}`;
  }
}

const POWERS = Array.from({ length: NANO_DIGITS + 1 }, (_, i) => 10 ** i);
