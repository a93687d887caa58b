import { numberText } from '@/components/editor/figure-binding';
import { formatAttribute } from '@/lib/letter/figures/collect-figures';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';

/** What a redline needs of a figure: LetterContent.figures of both versions, keyed "figureId@runId", satisfies it. */
export type RedlineFigure = Pick<ResolvedFigure, 'name' | 'value'> & { readonly source: Pick<ResolvedFigure['source'], 'runNumber'> };
export type RedlineFigures = Readonly<Record<string, RedlineFigure>>;

/** The published value that a figure node is bound to; null where the figures given have none. */
export function figureOf(node: ProseNode, figures: RedlineFigures): RedlineFigure | null {
  return figures[`${textAttribute(node, 'figureId') ?? ''}@${textAttribute(node, 'runId') ?? ''}`] ?? null;
}

/** What a number in a sentence reads as; what stood there when it was put in, where its value is not known, and a dash without that. */
export function figureWords(node: ProseNode, figures: RedlineFigures): string {
  const figure = figureOf(node, figures);
  if (!figure) return textAttribute(node, 'valueAtInsertion') ?? '—';
  return figure.value.kind === 'number' ? numberText(figure.value, formatAttribute(node)) : figure.name;
}

/** "run 12 → 15"; an empty text where both are of the same run, or one is not known. */
export function runWords(before: ProseNode, after: ProseNode, figures: RedlineFigures): string {
  const [was, is] = [figureOf(before, figures)?.source.runNumber, figureOf(after, figures)?.source.runNumber];
  return was === undefined || is === undefined || was === is ? '' : `run ${was} → ${is}`;
}
