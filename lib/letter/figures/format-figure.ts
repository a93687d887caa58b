import { Decimal, parseDecimal } from '@/lib/core/decimal';
import type { FigureFormat } from './figure';

/** Where a figure stands: in a sentence with its unit ("$68.7 million"), or in a table cell whose column head names the unit ("68.7"). */
export type FigurePlace = 'text' | 'cell';

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const SCALE_POWERS = { units: 0, thousands: 3, millions: 6, billions: 9 } as const;
const SCALE_WORDS = { units: '', thousands: ' thousand', millions: ' million', billions: ' billion' } as const;

/** Division by a scale stays exact here, so that the only rounding is the one at the end. */
const Wide = Decimal.clone({ precision: 140 });

/**
 * The one way a number is written for a reader: divided by its scale, rounded HALF_UP once at `decimals`, thousands separated by commas,
 * negatives in parentheses. A percent is given as a ratio (0.2 is "20.0%"). A number that rounds to zero carries no sign.
 * Throws RangeError for a text that is no plain decimal and for decimals outside 0 to 20.
 */
export function formatFigure(value: string | Decimal, format: FigureFormat, place: FigurePlace = 'text'): string {
  if (!Number.isInteger(format.decimals) || format.decimals < 0 || format.decimals > 20) {
    throw new RangeError(`formatFigure: ${format.decimals} decimals`);
  }
  const exact = typeof value === 'string' ? parseDecimal(value) : value;
  if (exact === null || !exact.isFinite()) throw new RangeError(`formatFigure: "${value}" is not a decimal number`);
  const scaled =
    format.style === 'percent' ? new Wide(exact).times(100) : new Wide(exact).div(new Wide(10).pow(SCALE_POWERS[format.scale]));
  const rounded = scaled.toDecimalPlaces(format.decimals, Decimal.ROUND_HALF_UP);
  const digits = grouped(rounded.abs().toFixed(format.decimals));
  const text = withUnit(digits, format, place);
  return rounded.isNegative() && !rounded.isZero() ? `(${text})` : text;
}

/** The unit a table head names for a column of this format: "$ millions", "CHF", "" where the cells say it themselves. */
export function unitLabel(format: FigureFormat): string {
  if (format.style === 'percent') return '';
  const scale = format.scale === 'units' ? '' : format.scale;
  if (format.style === 'count') return scale;
  const currency = format.currency ?? '';
  return `${SYMBOLS[currency] ?? currency} ${scale}`.trim();
}

function withUnit(digits: string, format: FigureFormat, place: FigurePlace): string {
  if (format.style === 'percent') return `${digits}%`;
  if (place === 'cell') return digits;
  const scale = SCALE_WORDS[format.scale];
  if (format.style === 'count' || format.currency === null) return `${digits}${scale}`;
  const symbol = SYMBOLS[format.currency];
  return `${symbol ?? `${format.currency} `}${digits}${scale}`;
}

function grouped(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
