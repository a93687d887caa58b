import { Decimal, ZERO } from '@/lib/core/decimal';
import type { FigureFormat, FigureSeriesPoint } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import { type AccentName, AGENCY_ACCENTS } from '../styles/theme';
import { chartNumber } from './chart-number';

export interface ChartSeriesPlan {
  readonly name: string;
  readonly accent: AccentName;
  /** A bar's height in the format's scale per category; null where the series has no bar. */
  readonly values: readonly (number | null)[];
  readonly labels: readonly (string | null)[];
}

export interface ChartPlan {
  readonly categories: readonly string[];
  /** The unseen part under each floating bar of a bridge; null for plain bars. */
  readonly base: readonly (number | null)[] | null;
  /** Labels of bars too low to hold them: they stand below the bar, in the unseen part. */
  readonly baseLabels: readonly (string | null)[];
  readonly series: readonly ChartSeriesPlan[];
  /** Where the axis of amounts must begin or end. Bars are compared by their lengths, so they always start at zero. */
  readonly axis: { readonly minimum?: 0; readonly maximum?: 0 };
}

/**
 * What a native chart draws for the points of a figure. A bridge is stacked columns: totals stand on the axis, changes float between the
 * levels before and after them. A bridge that goes below zero cannot be stacked and is drawn as plain bars of signed amounts.
 */
export function chartPlan(points: readonly FigureSeriesPoint[], chart: 'bridge' | 'bars', format: FigureFormat): ChartPlan {
  const spans = chart === 'bridge' ? bridgeSpans(points) : null;
  const heights = points.map((point, index) => chartNumber(spans?.[index]?.height ?? new Decimal(point.amount), format));
  const keys = [...new Set(points.map(seriesKey))];
  const base = spans === null ? null : spans.map((span) => (span.from.isZero() ? null : chartNumber(span.from, format)));
  const room = LABEL_SHARE * Math.max(0, ...heights.map((height, index) => height + (base?.[index] ?? 0)));
  const isLow = (index: number) => (heights[index] ?? 0) < room && (base?.[index] ?? 0) >= room;
  const labels = points.map((point) => formatFigure(point.amount, format, 'cell'));
  return {
    categories: points.map((point) => point.label),
    base,
    axis: axisOf(heights),
    baseLabels: labels.map((label, index) => (isLow(index) ? label : null)),
    series: keys.map((key) => ({
      ...LOOKS[key],
      values: points.map((point, index) => (seriesKey(point) === key ? (heights[index] ?? null) : null)),
      labels: points.map((point, index) => (seriesKey(point) === key && !isLow(index) ? (labels[index] ?? null) : null)),
    })),
  };
}

/** An axis with bars on both sides has zero in it by itself. */
function axisOf(heights: readonly number[]): ChartPlan['axis'] {
  if (heights.every((height) => height >= 0)) return { minimum: 0 };
  return heights.every((height) => height <= 0) ? { maximum: 0 } : {};
}

/** A bar lower than this share of the highest has no room for its label. */
const LABEL_SHARE = 0.07;

type SeriesKey = Exclude<FigureSeriesPoint['agency'], 'none'> | 'total' | 'change';

const LOOKS: Readonly<Record<SeriesKey, { readonly name: string; readonly accent: AccentName }>> = {
  CFTC: { name: 'CFTC', accent: AGENCY_ACCENTS.CFTC },
  SEC: { name: 'SEC', accent: AGENCY_ACCENTS.SEC },
  harmonized: { name: 'Harmonized', accent: AGENCY_ACCENTS.harmonized },
  joint: { name: 'Joint', accent: AGENCY_ACCENTS.joint },
  total: { name: 'Requirement', accent: 'accent5' },
  change: { name: 'Change', accent: 'accent6' },
};

function seriesKey(point: FigureSeriesPoint): SeriesKey {
  if (point.agency !== 'none') return point.agency;
  return point.kind === 'change' ? 'change' : 'total';
}

function bridgeSpans(points: readonly FigureSeriesPoint[]): { from: Decimal; height: Decimal }[] | null {
  let level = ZERO;
  const spans: { from: Decimal; height: Decimal }[] = [];
  for (const point of points) {
    const amount = new Decimal(point.amount);
    const next = point.kind === 'change' ? level.plus(amount) : amount;
    if (next.isNegative() && !next.isZero()) return null;
    spans.push(point.kind === 'change' ? { from: Decimal.min(level, next), height: amount.abs() } : { from: ZERO, height: amount });
    level = next;
  }
  return spans;
}
