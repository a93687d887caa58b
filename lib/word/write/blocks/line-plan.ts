import { Decimal, parseDecimal } from '@/lib/core/decimal';
import type { FigureSeries, LinesValue } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import { chartNumber } from './chart-number';

export interface LineSeriesPlan {
  readonly name: string;
  readonly look: FigureSeries['look'];
  /** A joined line, or columns. */
  readonly drawn: 'line' | 'column';
  readonly values: readonly (number | null)[];
  /** Text at each point; null for none. */
  readonly labels: readonly (string | null)[];
}

export interface LinePlan {
  readonly series: readonly LineSeriesPlan[];
  /** Columns are compared by their lengths: their axis has zero in it. */
  readonly axis: { readonly minimum?: 0 };
}

/** More points than these have no room for a label each. */
const MOST_LABELS = 15;

/**
 * What a native chart draws for a figure of lines. Word sets categories at equal distances, so points are joined only where they lie at equal
 * distances in truth; otherwise they are columns. A level has its amount at its last point.
 */
export function linePlan(value: LinesValue): LinePlan {
  const joined = value.places === null || evenlySpaced(value.places);
  const series = value.series.map((one): LineSeriesPlan => {
    const drawn = one.look === 'level' || (one.look === 'line' && joined) ? 'line' : 'column';
    return {
      name: one.name,
      look: one.look,
      drawn,
      values: one.values.map((amount) => (amount === null ? null : chartNumber(new Decimal(amount), value.format))),
      labels: one.values.map((amount, index) => (amount === null ? null : label(value, one, amount, index))),
    };
  });
  const columns = series.filter(({ drawn }) => drawn === 'column');
  const positive = columns.every(({ values }) => values.every((amount) => amount === null || amount >= 0));
  return { series, axis: columns.length > 0 && positive ? { minimum: 0 } : {} };
}

function label(value: LinesValue, { look, format = value.format }: FigureSeries, amount: string, index: number): string | null {
  const text = formatFigure(amount, format, 'cell');
  if (look === 'level') return index === value.categories.length - 1 ? text : null;
  if (value.categories.length > MOST_LABELS) return null;
  return index === value.current ? `${text} (this run)` : text;
}

function evenlySpaced(places: readonly string[]): boolean {
  const numbers = places.map((place) => parseDecimal(place) ?? new Decimal(0));
  const steps = numbers.slice(1).map((number, index) => number.minus(numbers[index] ?? 0));
  return steps.every((step) => step.eq(steps[0] ?? 0));
}
