import { type FileChild, Paragraph } from 'docx';
import type { FigureValue } from '@/lib/letter/figures/figure';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { figureTag } from '../../figure-tag';
import { contentControl } from '../content-control';
import { trackMark } from '../tracked/track-paragraph';
import { trackRuns } from '../tracked/track-runs';
import type { Place, WriteContext } from '../write-context';
import { chartFrame } from './chart-frame';
import { exhibit, figureOf, missingExhibit } from './exhibit';
import { linesChart } from './lines-chart';
import { pointsChart } from './points-chart';

/** A bound chart: native and editable, its data inside, in theme colours, described for those who cannot see it. */
export function writeFigureChart(node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  const figure = figureOf(node, 'chart', context);
  if (figure === null || isEmpty(figure.value)) return missingExhibit('Chart', node, place, context);
  const { value } = figure;
  const frame = chartFrame(figure, value.altText, place.width);
  const chartRun = value.chart === 'lines' ? linesChart(value, frame) : pointsChart(value, frame);
  const control = { id: context.ids.next(), tag: figureTag(figure, null), title: figure.name };
  const block = new Paragraph({
    style: 'Normal',
    keepNext: true,
    ...(place.indent > 0 ? { indent: { left: place.indent } } : {}),
    ...trackMark(null, context),
    children: [...trackRuns([chartRun], [], context)],
  });
  // what comes or goes stands in its bookmark alone: see trackedControl
  return exhibit('Chart', node, figure, context.whole ? [block] : [contentControl(control, [block])], context);
}

function isEmpty(value: Extract<FigureValue, { kind: 'chart' }>): boolean {
  if (value.chart !== 'lines') return value.points.length === 0;
  return value.series.every(({ values }) => values.every((amount) => amount === null));
}
