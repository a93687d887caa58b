import { ChartRun, type ChartSeries } from 'docx/charts';
import { cleanLine } from '@/lib/core/clean-text';
import type { FigureValue } from '@/lib/letter/figures/figure';
import { SERIF } from '../styles/typeface';
import { type ChartFrame, unitTitle } from './chart-frame';
import { type ChartPlan, chartPlan } from './chart-series';

export type PointsValue = Extract<FigureValue, { chart: 'bridge' | 'bars' }>;

/** A bridge or bars: native and editable, its data inside, in theme colours. */
export function pointsChart({ points, chart, format }: PointsValue, frame: ChartFrame): ChartRun {
  const plan = chartPlan(points, chart, format);
  return new ChartRun({
    type: 'column',
    categories: plan.categories.map(cleanLine),
    series: seriesOf(plan),
    stacking: plan.base === null ? 'none' : 'stacked',
    ...(plan.base === null ? { overlap: 100 } : {}),
    gapWidth: 45,
    legend:
      plan.series.length > 1
        ? { position: 'bottom', font: { size: 9, name: SERIF }, ...(plan.base ? { hiddenEntries: [BASE] } : {}) }
        : false,
    font: { name: SERIF },
    chartArea: { border: 'none' },
    categoryAxis: { font: { size: 9, name: SERIF } },
    valueAxis: {
      ...plan.axis,
      gridlines: false,
      numberFormat: format.style === 'percent' ? '0"%"' : '#,##0',
      font: { size: 9, name: SERIF },
      ...unitTitle(format),
    },
    ...frame,
  });
}

const BASE = 'Base';
const LABEL = { size: 9, name: SERIF } as const;
const ON_BAR = { ...LABEL, bold: true, color: { theme: 'light1' } } as const;

function seriesOf(plan: ChartPlan): ChartSeries[] {
  const stacked = plan.base !== null;
  const visible = plan.series.map(
    (series): ChartSeries => ({
      name: series.name,
      values: series.values,
      color: { theme: series.accent },
      dataLabels: { value: true, font: stacked ? ON_BAR : LABEL },
      pointLabels: series.labels.map((label) => (label === null ? false : { text: label })),
    }),
  );
  if (plan.base === null) return visible;
  const base: ChartSeries = {
    name: BASE,
    values: plan.base,
    color: { theme: 'light1' },
    dataLabels: { value: true, position: 'insideEnd', font: LABEL },
    pointLabels: plan.baseLabels.map((label) => (label === null ? false : { text: label })),
  };
  return [base, ...visible];
}
