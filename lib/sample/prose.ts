import type { FigureBinding, FigureValue } from '@/lib/letter/figures/figure';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

type Inline = string | ProseNode;

/** A figure that the sample's letter binds: where it is from and what it is worth. */
export interface SampleFigure extends FigureBinding {
  readonly name: string;
  readonly value: FigureValue;
}

const inline = (parts: readonly Inline[]): ProseNode[] =>
  parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));

export const body = (...content: ProseNode[]): ProseNode => ({ type: 'doc', content });
export const paragraph = (...parts: Inline[]): ProseNode => ({ type: 'paragraph', content: inline(parts) });
export const heading = (text: string): ProseNode => ({ type: 'heading', attrs: { level: 1 }, content: inline([text]) });
export const emphasis = (text: string): ProseNode => ({ type: 'text', text, marks: [{ type: 'italic' }] });
export const footnote = (...paragraphs: ProseNode[]): ProseNode => ({ type: 'footnote', content: paragraphs });
export const action = (actionKey: string): ProseNode => ({ type: 'actionCitation', attrs: { actionKey } });
export const bullets = (...items: (readonly Inline[])[]): ProseNode => ({
  type: 'bulletList',
  content: items.map((parts) => ({ type: 'listItem', content: [paragraph(...parts)] })),
});

const attributes = ({ figureId, runId, path, value }: SampleFigure) => ({
  figureId,
  runId,
  path,
  format: null,
  valueAtInsertion: value.kind === 'number' ? value.value : null,
});

/** A number in a sentence. */
export const figure = (bound: SampleFigure): ProseNode => ({ type: 'figureNumber', attrs: attributes(bound) });

/** A table or chart as a block with its caption. */
export const exhibit = (bound: SampleFigure, caption: string): ProseNode => ({
  type: bound.value.kind === 'chart' ? 'figureChart' : 'figureTable',
  attrs: { ...attributes(bound), caption },
});
