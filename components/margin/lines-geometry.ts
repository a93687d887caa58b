import { Decimal, parseDecimal } from '@/lib/core/decimal';
import type { FigureSeries } from '@/lib/letter/figures/figure';
import { niceTicks } from './nice-ticks';

/** A point of a series, in percent of the plot: x from the left, y from the top. */
export interface PlotPoint {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface PlotSeries {
  readonly name: string;
  readonly look: FigureSeries['look'];
  readonly points: readonly PlotPoint[];
}

export interface LinesGeometry {
  readonly series: readonly PlotSeries[];
  /** Exact decimal strings with their height in percent from the top. */
  readonly ticks: readonly { readonly value: string; readonly y: number }[];
  readonly zero: number;
  /** Categories whose names have room under the plot. */
  readonly marks: readonly { readonly index: number; readonly x: number }[];
  /** Width of a bar in percent. */
  readonly bar: number;
}

interface LinesInput {
  readonly categories: readonly string[];
  readonly places: readonly string[] | null;
  readonly series: readonly FigureSeries[];
}

/** Names of categories beyond these would run into each other: then some are left out. */
const MOST_MARKS = 7;

/**
 * Where the points of a chart of lines lie. Categories with places keep their distances, with half a bar's room at both ends; others lie in the middle of
 * equal bands. Bars stand on zero, so zero is on the scale where there are any. Amounts stay exact until they become places.
 */
export function linesGeometry({ categories, places, series }: LinesInput, tickCount = 5): LinesGeometry {
  const bars = series.some(({ look }) => look === 'bars' || look === 'alert');
  const amounts = series.flatMap(({ values }) => values.flatMap((value) => (value === null ? [] : [new Decimal(value)])));
  const floor = bars || amounts.length === 0 ? [new Decimal(0)] : [];
  const scale = niceTicks(Decimal.min(...floor, ...amounts), Decimal.max(...floor, ...amounts), tickCount);
  const low = scale[0] ?? new Decimal(0);
  const high = scale.at(-1) ?? new Decimal(1);
  const y = (value: Decimal) => percent(high.minus(value), high.minus(low));
  const xs = places === null ? bands(categories.length) : proportional(places);
  return {
    zero: y(new Decimal(0)),
    ticks: scale.map((value) => ({ value: value.toFixed(), y: y(value) })),
    marks: spread(categories.length).map((index) => ({ index, x: xs[index] ?? 0 })),
    bar: (100 / Math.max(1, categories.length)) * 0.8,
    series: series.map(({ name, look, values }) => ({
      name,
      look,
      points: values.flatMap((value, index) => (value === null ? [] : [{ index, x: xs[index] ?? 0, y: y(new Decimal(value)) }])),
    })),
  };
}

function bands(count: number): number[] {
  return Array.from({ length: count }, (_, index) => ((index + 0.5) / count) * 100);
}

/** Places between the margins of half a band, at their true distances. */
function proportional(places: readonly string[]): number[] {
  const numbers = places.map((place) => parseDecimal(place) ?? new Decimal(0));
  const [from, to] = [Decimal.min(...numbers), Decimal.max(...numbers)];
  const margin = 50 / numbers.length;
  return numbers.map((number) => margin + (percent(number.minus(from), to.minus(from)) * (100 - 2 * margin)) / 100);
}

/** Up to seven of the indexes, the first and the last among them: at equal distances where these can be, at about equal ones otherwise. */
function spread(count: number): number[] {
  for (let step = 1; step <= 6; step += 1) {
    const shown = (count - 1) / step + 1;
    if (shown <= MOST_MARKS && Number.isInteger(shown)) return Array.from({ length: shown }, (_, index) => index * step);
  }
  const shown = 5;
  return Array.from({ length: shown }, (_, index) => Math.round((index * (count - 1)) / (shown - 1)));
}

function percent(part: Decimal, whole: Decimal): number {
  return whole.isZero() ? 50 : part.div(whole).times(100).toDecimalPlaces(3).toNumber();
}
