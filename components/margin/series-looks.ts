import type { FigureSeriesLook } from '@/lib/letter/figures/figure';

/** How the series of a chart of lines are drawn on screen. */
export const SERIES_LOOKS: Readonly<Record<FigureSeriesLook, { readonly fill: string; readonly stroke: string }>> = {
  line: { fill: 'fill-accent-ink', stroke: 'stroke-accent-ink' },
  bars: { fill: 'fill-agency-none', stroke: 'stroke-agency-none' },
  alert: { fill: 'fill-red-solid', stroke: 'stroke-red-solid' },
  level: { fill: 'fill-ink', stroke: 'stroke-ink' },
};
