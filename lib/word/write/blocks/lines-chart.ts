import { ChartRun, type ChartSeries } from 'docx/charts';
import { cleanLine } from '@/lib/core/clean-text';
import type { LinesValue } from '@/lib/letter/figures/figure';
import { SERIF } from '../styles/typeface';
import { type ChartFrame, unitTitle } from './chart-frame';
import { type LineSeriesPlan, linePlan } from './line-plan';

/** A chart of lines and columns: native and editable, its data inside. */
export function linesChart(value: LinesValue, frame: ChartFrame): ChartRun {
  const plan = linePlan(value);
  const many = value.categories.length > 40;
  const shown = plan.series.filter(({ values }) => values.some((amount) => amount !== null));
  return new ChartRun({
    type: 'column',
    categories: value.categories.map(cleanLine),
    series: shown.map(seriesOf),
    overlap: 100,
    gapWidth: many ? 10 : 60,
    legend: shown.length > 1 ? { position: 'bottom', font: FONT } : false,
    font: { name: SERIF },
    chartArea: { border: 'none' },
    categoryAxis: { font: FONT, title: { text: cleanLine(value.axis), font: FONT } },
    valueAxis: {
      ...plan.axis,
      gridlines: false,
      numberFormat: value.format.style === 'percent' ? '0"%"' : '#,##0;(#,##0)',
      font: FONT,
      ...unitTitle(value.format),
    },
    ...frame,
  });
}

const FONT = { size: 9, name: SERIF } as const;

const LOOKS = {
  line: { theme: 'accent5' },
  bars: { theme: 'accent6' },
  alert: 'B3261E',
  level: { theme: 'dark1' },
} as const;

function seriesOf({ name, look, drawn, values, labels }: LineSeriesPlan): ChartSeries {
  const color = LOOKS[look];
  const labelled = labels.some((label) => label !== null);
  return {
    name,
    type: drawn,
    values,
    color,
    ...(drawn === 'line' ? { markers: look === 'line', line: { color, width: 1.5 } } : {}),
    ...(labelled
      ? {
          dataLabels: { value: true, position: drawn === 'line' ? 'above' : 'outsideEnd', font: FONT },
          pointLabels: labels.map((label) => (label === null ? false : { text: label })),
        }
      : {}),
  };
}
