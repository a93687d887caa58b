import { type FileChild, Paragraph, type ParagraphChild, SequentialIdentifier, TextRun } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import { longDate } from '@/lib/core/long-date';
import { nodeName } from '@/lib/letter/compare/node-name';
import { figureKey } from '@/lib/letter/figures/collect-figures';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import { captionOf } from '@/lib/letter/numbering/number-letter';
import { isRedactedExhibit, REDACTED } from '@/lib/letter/protection/redact-body';
import { targetKey } from '@/lib/letter/references/reference-targets';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { nameBefore } from '@/lib/letter/tracked/former-names';
import { textAttribute } from '@/lib/letter/walk-prose';
import { figureBookmark } from '../../figure-tag';
import { bookmarked } from '../bookmarked';
import { commented } from '../comments/comment-range';
import { threadsOn } from '../comments/place-threads';
import { MISSING_FIGURE } from '../inline/figure-number';
import { textRuns } from '../inline/text-runs';
import { titleKey } from '../referred';
import { deletedSequence } from '../tracked/deleted-sequence';
import { trackMark } from '../tracked/track-paragraph';
import { trackRuns } from '../tracked/track-runs';
import type { Place, WriteContext } from '../write-context';
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
  block: readonly FileChild[],
  context: WriteContext,
): readonly FileChild[] {
  const bookmark = context.ids.next();
  return [
    bookmarkStart(bookmark, figureBookmark(figure, context.figureOrdinals.next())),
    caption(label, node, cleanLine(captionOf(node) ?? figure.name), context),
    ...block,
    sourceNote(figure, context),
    bookmarkEnd(bookmark),
  ];
}

/** What stands where a table or chart has no published value, or is held back. */
export function missingExhibit(label: 'Table' | 'Chart', node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  const words = isRedactedExhibit(node) ? REDACTED : MISSING_FIGURE;
  const runs = trackRuns([new TextRun({ text: words, bold: true })], [], context);
  const indent = place.indent > 0 ? { indent: { left: place.indent } } : {};
  const text = new Paragraph({ style: 'BodyText', ...indent, ...trackMark(null, context), children: [...runs] });
  const binding = { figureId: textAttribute(node, 'figureId') ?? '', runId: textAttribute(node, 'runId') ?? '' };
  const bookmark = context.ids.next();
  return [
    bookmarkStart(bookmark, figureBookmark(binding, context.figureOrdinals.next())),
    caption(label, node, cleanLine(captionOf(node) ?? ''), context),
    text,
    bookmarkEnd(bookmark),
  ];
}

function caption(label: 'Table' | 'Chart', node: ProseNode, text: string, context: WriteContext): Paragraph {
  const key = targetKey('exhibit', textAttribute(node, 'nodeId') ?? '');
  const track = (runs: readonly ParagraphChild[]) => trackRuns(runs, [], context);
  const gone = context.whole?.kind === 'deleted';
  const number = gone ? deletedSequence(label, numberBefore(label, node, context)) : new SequentialIdentifier(label);
  const mark = bookmarked(key, track([new TextRun(`${label} `), number]), context);
  const words = text === '' ? [] : [...track(textRuns('. ')), ...bookmarked(titleKey(key), track(textRuns(text)), context)];
  const children = commented(threadsOn(node), [...mark, ...words]);
  return new Paragraph({ style: 'Caption', ...trackMark(null, context), children });
}

function numberBefore(label: 'Table' | 'Chart', node: ProseNode, { numbersBefore }: WriteContext): number | null {
  const kind = label === 'Table' ? 'table' : 'chart';
  const name = nameBefore(nodeName(node) ?? '');
  return numbersBefore?.exhibits.find((exhibit) => exhibit.kind === kind && nodeName(exhibit.node) === name)?.number ?? null;
}

/** Where the amounts are from, what they leave out, and what has to stand with them by a licence. */
function sourceNote(figure: ResolvedFigure, context: WriteContext): Paragraph {
  const { analysis, runNumber, asOf } = figure.source;
  const words = `Source: ${cleanLine(analysis)}, run ${runNumber}; positions as of ${longDate(asOf)}.`;
  const about = cleanLine(figure.value.about ?? '');
  const note = cleanLine(figure.value.note ?? '');
  const notice = cleanLine(figure.value.notice ?? '');
  const text = [words, about, note === '' ? '' : `Note: ${note}`, notice].filter((part) => part !== '').join(' ');
  const runs = trackRuns(textRuns(text), [], context);
  return new Paragraph({ style: 'SourceNote', keepLines: true, ...trackMark(null, context), children: [...runs] });
}
