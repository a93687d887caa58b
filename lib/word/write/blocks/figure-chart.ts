import { type FileChild, Paragraph } from 'docx';
import { ChartRun, type ChartSeries } from 'docx/charts';
import type { FigureFormat } from '@/lib/letter/figures/figure';
import { unitLabel } from '@/lib/letter/figures/format-figure';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { cleanLine, cleanText } from '../../clean-text';
import { figureTag } from '../../figure-tag';
import { contentControl } from '../content-control';
import { SERIF } from '../styles/typeface';
import type { Place, WriteContext } from '../write-context';
import { type ChartPlan, chartPlan } from './chart-series';
import { exhibit, figureOf, missingExhibit } from './exhibit';

/** Twentieths of a point in a pixel of 96 to the inch. */
const DXA_PER_PIXEL = 15;

/** A bound chart: native and editable, its data inside, in theme colours, described for those who cannot see it. */
export function writeFigureChart(node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  const figure = figureOf(node, 'chart', context);
  if (figure === null || figure.value.points.length === 0) return missingExhibit('Chart', node);
  const { points, chart, format, altText } = figure.value;
  const plan = chartPlan(points, chart, format);
  const chartRun = new ChartRun({
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
      ...axisTitle(format),
    },
    transformation: { width: Math.floor(place.width / DXA_PER_PIXEL), height: 290 },
    altText: { name: cleanLine(figure.name), description: cleanText(altText).trim() || cleanLine(figure.name) },
  });
  const control = { id: context.ids.next(), tag: figureTag(figure, null), title: figure.name };
  const block = new Paragraph({
    style: 'Normal',
    keepNext: true,
    ...(place.indent > 0 ? { indent: { left: place.indent } } : {}),
    children: [chartRun],
  });
  return exhibit('Chart', node, figure, contentControl(control, [block]), context);
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

function axisTitle(format: FigureFormat): { title?: { text: string; font: { size: number; name: string } } } {
  const unit = unitLabel(format);
  return unit === '' ? {} : { title: { text: unit, font: { size: 9, name: SERIF } } };
}
