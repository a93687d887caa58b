import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { DRAWING } from '../inline/markers';
import { child, walkXml, type XmlElement } from '../package/xml-tree';
import type { Reading } from '../reading';
import { seriesWords } from './exhibit-words';

/** The numbers that a chart of the file draws, series by series; what carries a floating bar unseen is none. */
export function chartShown(content: readonly ProseNode[], reading: Reading): string {
  const path = content.find(({ type }) => type === DRAWING)?.attrs?.chart;
  const chart = typeof path === 'string' ? reading.file.part(path) : null;
  if (!chart) return '';
  const series = [...walkXml(chart)].filter(({ name }) => name === 'c:ser').filter(isDrawn);
  return seriesWords(series.map((own) => ({ name: '', values: valuesOf(own) })));
}

function isDrawn(series: XmlElement): boolean {
  return child(child(series, 'c:spPr'), 'a:noFill') === undefined;
}

function valuesOf(series: XmlElement): number[] {
  const values = child(series, 'c:val');
  if (!values) return [];
  return [...walkXml(values)].filter(({ name }) => name === 'c:v').map(({ text }) => Number(text));
}
