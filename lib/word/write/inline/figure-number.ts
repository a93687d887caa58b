import type { ParagraphChild } from 'docx';
import { figureKey, formatAttribute } from '@/lib/letter/figures/collect-figures';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';
import { figureBookmark, figureTag } from '../../figure-tag';
import { trackedControl, trackedRunOptions, trackRuns } from '../tracked/track-runs';
import type { WriteContext } from '../write-context';
import { bookmarkEnd, bookmarkStart, inParagraph } from '../xml-element';
import { textRuns } from './text-runs';

/** Stands where a figure has no published value, so that nobody files the letter without seeing it. */
export const MISSING_FIGURE = '[figure not available]';

/** A bound number: its text, computed from the publication, in a content control within a bookmark. */
export function writeFigureNumber(node: ProseNode, context: WriteContext): readonly ParagraphChild[] {
  const binding = { figureId: textAttribute(node, 'figureId') ?? '', runId: textAttribute(node, 'runId') ?? '' };
  const bookmark = context.ids.next();
  return [
    inParagraph(bookmarkStart(bookmark, figureBookmark(binding, context.figureOrdinals.next()))),
    ...numberRuns(node, context.figures[figureKey(binding)], context),
    inParagraph(bookmarkEnd(bookmark)),
  ];
}

function numberRuns(node: ProseNode, figure: ResolvedFigure | undefined, context: WriteContext): readonly ParagraphChild[] {
  const options = trackedRunOptions(node.marks, context);
  if (figure?.value.kind !== 'number') {
    return trackRuns(textRuns(MISSING_FIGURE, { ...options, bold: true }), node.marks, context);
  }
  const format = formatAttribute(node);
  const runs = textRuns(formatFigure(figure.value.value, format ?? figure.value.format), options);
  const control = { id: context.ids.next(), tag: figureTag(figure, format), title: figure.name };
  return trackedControl(control, runs, node.marks, context).map(inParagraph);
}
