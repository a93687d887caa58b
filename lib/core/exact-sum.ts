import { Decimal as DecimalJs } from 'decimal.js';

/** Digits in one word of a decimal.js number, and the words' base. */
const WORD = 7;
const BASE = 10_000_000;
const wordsBefore = (exponent: number) => Math.floor(exponent / WORD);

const Wide = DecimalJs.clone({ precision: 140, toExpNeg: -9e15, toExpPos: 9e15 });

/**
 * The exact sum of decimals as text that a decimal is made of. Words of equal weight are added in doubles, which stay whole below 2^53 for some 900 million
 * values, so that nothing is allocated for a value. Values that are not finite are added as decimal.js adds them.
 */
export function exactSum(values: readonly DecimalJs[]): string {
  let top = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  for (const { d, e } of values) {
    // null where the value is not finite
    if (!d) return values.reduce((sum, value) => Wide.add(sum, value), new Wide(0)).toString();
    const first = wordsBefore(e);
    top = Math.max(top, first);
    bottom = Math.min(bottom, first - d.length + 1);
  }
  if (values.length === 0) return '0';
  // two words above the highest take every carry
  const words = new Float64Array(top - bottom + 3);
  for (const { d, e, s } of values) {
    let at = top + 2 - wordsBefore(e);
    for (const word of d) {
      words[at] = (words[at] ?? 0) + s * word;
      at += 1;
    }
  }
  const negative = carry(words) < 0;
  if (negative) {
    for (let i = 0; i < words.length; i += 1) words[i] = -(words[i] ?? 0);
    carry(words);
  }
  let digits = negative ? '-' : '';
  for (const word of words) digits += String(word).padStart(WORD, '0');
  return `${digits}e${WORD * bottom}`;
}

/** At most so many digits lie between the highest and the lowest of finite values, a carry included; infinite where one is not finite. */
export function spannedDigits(values: readonly DecimalJs[]): number {
  let top = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  for (const { d, e } of values) {
    if (!d) return Number.POSITIVE_INFINITY;
    const first = wordsBefore(e);
    top = Math.max(top, first);
    bottom = Math.min(bottom, first - d.length + 1);
  }
  return (top - bottom + 1) * WORD + 1;
}

/** Brings every word but the first into 0 to BASE − 1; the first word's sign is the sum's. */
function carry(words: Float64Array): number {
  for (let i = words.length - 1; i > 0; i -= 1) {
    const up = Math.floor((words[i] ?? 0) / BASE);
    words[i] = (words[i] ?? 0) - up * BASE;
    words[i - 1] = (words[i - 1] ?? 0) + up;
  }
  return words[0] ?? 0;
}
