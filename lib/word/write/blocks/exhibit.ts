import { type FileChild, Paragraph, SequentialIdentifier, TextRun } from 'docx';
import { longDate } from '@/lib/core/long-date';
import { figureKey } from '@/lib/letter/figures/collect-figures';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import { captionOf } from '@/lib/letter/numbering/number-letter';
import { isRedactedExhibit, REDACTED } from '@/lib/letter/protection/redact-body';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute } from '@/lib/letter/walk-prose';
import { cleanLine } from '../../clean-text';
import { figureBookmark } from '../../figure-tag';
import { MISSING_FIGURE } from '../inline/figure-number';
import { textRuns } from '../inline/text-runs';
import type { WriteContext } from '../write-context';
import { bookmarkEnd, bookmarkStart } from '../xml-element';

/** The figure that a block node binds, where it is published and of the kind that the node draws. */
export function figureOf<K extends ResolvedFigure['value']['kind']>(
  node: ProseNode,
  kind: K,
  context: WriteContext,
): (ResolvedFigure & { readonly value: Extract<ResolvedFigure['value'], { kind: K }> }) | null {
  const figure = context.figures[figureKey({ figureId: textAttribute(node, 'figureId') ?? '', runId: textAttribute(node, 'runId') ?? '' })];
  return figure?.value.kind === kind ? (figure as ResolvedFigure & { value: Extract<ResolvedFigure['value'], { kind: K }> }) : null;
}

/** A bound block with its caption above, numbered by a SEQ field, and its source below, all within the figure's bookmark. */
export function exhibit(
  label: 'Table' | 'Chart',
  node: ProseNode,
  figure: ResolvedFigure,
  block: FileChild,
  context: WriteContext,
): readonly FileChild[] {
  const bookmark = context.ids.next();
  return [
    bookmarkStart(bookmark, figureBookmark(figure, context.figureOrdinals.next())),
    caption(label, cleanLine(captionOf(node) ?? figure.name)),
    block,
    sourceNote(figure),
    bookmarkEnd(bookmark),
  ];
}

/** What stands where a table or chart has no published value, or is held back. */
export function missingExhibit(label: 'Table' | 'Chart', node: ProseNode): readonly FileChild[] {
  const words = isRedactedExhibit(node) ? REDACTED : MISSING_FIGURE;
  const text = new Paragraph({ style: 'BodyText', children: [new TextRun({ text: words, bold: true })] });
  return [caption(label, cleanLine(captionOf(node) ?? '')), text];
}

function caption(label: string, text: string): Paragraph {
  const words = text === '' ? [] : textRuns(`. ${text}`);
  return new Paragraph({ style: 'Caption', children: [new TextRun(`${label} `), new SequentialIdentifier(label), ...words] });
}

/** Where the amounts are from, what they leave out, and what has to stand with them by a licence. */
function sourceNote(figure: ResolvedFigure): Paragraph {
  const { analysis, runNumber, asOf } = figure.source;
  const words = `Source: ${cleanLine(analysis)}, run ${runNumber}; positions as of ${longDate(asOf)}.`;
  const about = cleanLine(figure.value.about ?? '');
  const note = cleanLine(figure.value.note ?? '');
  const notice = cleanLine(figure.value.notice ?? '');
  const text = [words, about, note === '' ? '' : `Note: ${note}`, notice].filter((part) => part !== '').join(' ');
  return new Paragraph({ style: 'SourceNote', keepLines: true, children: textRuns(text) });
}
