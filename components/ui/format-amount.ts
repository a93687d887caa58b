import { Decimal, parseDecimal } from '@/lib/core/decimal';

export type AmountScale = 'units' | 'millions';

const DIVISORS: Record<AmountScale, number> = { units: 1, millions: 1_000_000 };

/** "(1,234.5)" for -1234500000 in millions: HALF_UP once after the division, thousands separated, negative in parentheses. Not a number: the text as it is. */
export function formatAmount(value: string, scale: AmountScale = 'millions', decimals = scale === 'millions' ? 1 : 2): string {
  const parsed = parseDecimal(value);
  if (!parsed) return value;
  const rounded = parsed.div(DIVISORS[scale]).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const text = groupThousands(rounded.abs().toFixed(decimals));
  return rounded.isNegative() && !rounded.isZero() ? `(${text})` : text;
}

/** The exact value with thousands separated, as titles show it and as it is copied. */
export function exactAmount(value: string): string {
  const parsed = parseDecimal(value);
  return parsed ? `${parsed.isNegative() && !parsed.isZero() ? '-' : ''}${groupThousands(parsed.abs().toFixed())}` : value;
}

/** "5.4 %" for the ratio 0.0541: HALF_UP at `decimals`. */
export function formatShare(ratio: string, decimals = 1): string {
  const parsed = parseDecimal(ratio);
  if (!parsed) return ratio;
  const rounded = parsed.times(100).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const text = `${groupThousands(rounded.abs().toFixed(decimals))} %`;
  return rounded.isNegative() && !rounded.isZero() ? `(${text})` : text;
}

function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
