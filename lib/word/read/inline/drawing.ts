import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { walkXml, type XmlElement } from '../package/xml-tree';
import type { Story } from '../reading';
import { shortened } from '../reading-log';
import { DRAWING } from './markers';

/**
 * What is drawn: a chart is handed on for the figure that it may be; pictures, shapes and objects have no place in a letter and are told, with the
 * words that stand in them.
 */
export function drawingNodes(element: XmlElement, story: Story): readonly ProseNode[] {
  const { log } = story.reading;
  const parts = [...walkXml(element)];
  const chart = parts.find(({ name }) => name === 'c:chart')?.attributes['r:id'];
  const path = chart === undefined ? undefined : story.relationships.get(chart)?.target;
  if (path !== undefined) return [{ type: DRAWING, attrs: { chart: path } }];
  const words = parts
    .filter(({ name }) => name === 'w:t')
    .map(({ text }) => text)
    .join(' ');
  const described = parts.find(({ name }) => name === 'wp:docPr')?.attributes;
  const about = [described?.name, described?.descr].filter(Boolean).join(': ');
  if (words !== '') log.notUnderstood(story.part, `a text box that says “${shortened(words)}”`, words);
  else if (element.name === 'w:object') log.notUnderstood(story.part, 'an embedded object', about);
  else log.notUnderstood(story.part, `a picture${about === '' ? '' : ` (${shortened(about)})`}`, about);
  return [];
}
