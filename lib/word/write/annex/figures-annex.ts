import { type FileChild, Paragraph } from 'docx';
import { type BoundFigure, boundFigures, figureKey } from '@/lib/letter/figures/collect-figures';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import type { LetterContent } from '@/lib/letter/letter-content';
import { type LetterNumbers, readingOrder } from '@/lib/letter/numbering/number-letter';
import { longDate } from '../../long-date';
import { type RuledRow, ruledTable } from '../blocks/ruled-table';
import { tableSpacer } from '../blocks/table-spacer';
import { textRuns } from '../inline/text-runs';
import { annexHeading } from '../letter-section';

interface Row {
  readonly bound: BoundFigure;
  readonly figure: ResolvedFigure;
  readonly place: string;
}

/**
 * The last annex: every bound figure in the letter's order with the run it is of, and every run with the hashes of its inputs and its result,
 * by which a reader of the record can tell that nothing was changed. Empty where no figure is bound.
 */
export function figuresAnnex(content: LetterContent, numbers: LetterNumbers): readonly FileChild[] {
  const rows = rowsOf(content, numbers);
  if (rows.length === 0) return [];
  const intro =
    'Each figure in this letter was computed by the run stated beside it. A run is identified by the SHA-256 hash of its inputs ' +
    '(positions, parameters and method versions) and of its result.';
  return [
    annexHeading('Table of Figures'),
    new Paragraph({ style: 'BodyText', children: textRuns(intro) }),
    figureTable(rows),
    tableSpacer(),
    runTable(rows),
    tableSpacer(),
  ];
}

function rowsOf(content: LetterContent, numbers: LetterNumbers): Row[] {
  const seen = new Set<string>();
  return boundFigures(readingOrder(content.sections)).flatMap((bound): Row[] => {
    const figure = content.figures[figureKey(bound)];
    if (figure === undefined) return [];
    const row = { bound, figure, place: placeOf(bound, numbers) };
    const key = `${figureKey(bound)} ${row.place} ${shownAs(row)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [row];
  });
}

function placeOf(bound: BoundFigure, numbers: LetterNumbers): string {
  const exhibit = numbers.exhibits.find(
    ({ node, sectionId }) => sectionId === bound.sectionId && node.attrs?.nodeId === bound.nodeId && bound.kind !== 'number',
  );
  if (exhibit !== undefined) return exhibit.label;
  const section = numbers.sections.get(bound.sectionId) ?? null;
  if (section === null) return 'Opening';
  return section.startsWith('Annex') ? section : `Section ${section.replace(/\.$/, '')}`;
}

function shownAs({ bound, figure }: Row): string {
  if (figure.value.kind === 'number') return formatFigure(figure.value.value, bound.format ?? figure.value.format);
  return figure.value.kind === 'table' ? 'Table' : 'Chart';
}

function figureTable(rows: readonly Row[]): FileChild {
  const body = rows.map((row): readonly string[] => [
    row.figure.name,
    row.place,
    shownAs(row),
    `${row.figure.source.analysis}, run ${row.figure.source.runNumber}`,
    row.figure.source.inputsHash.slice(0, 12),
  ]);
  return plainTable(['Figure', 'Where', 'As shown', 'Analysis and run', 'Inputs hash'], body, [2750, 1200, 1500, 2510, 1400], new Set([4]));
}

function runTable(rows: readonly Row[]): FileChild {
  const runs = new Map(rows.map(({ figure }) => [figure.runId, figure.source]));
  const body = [...runs.values()].map((source): readonly string[] => [
    `${source.analysis}, run ${source.runNumber}`,
    longDate(source.asOf),
    `${source.inputsHash}\n${source.resultHash}`,
  ]);
  return plainTable(['Run', 'Positions as of', 'SHA-256 of inputs, and of result'], body, [1900, 1400, 6060], new Set([2]));
}

function plainTable(
  head: readonly string[],
  body: readonly (readonly string[])[],
  widths: readonly number[],
  hashes: ReadonlySet<number>,
): FileChild {
  const row = (texts: readonly string[], kind: RuledRow['kind']): RuledRow => ({
    kind,
    cells: texts.map((text, index) => {
      const style = kind === 'head' ? 'TableHead' : hashes.has(index) ? 'TableHash' : 'TableText';
      return { width: widths[index] ?? 0, blocks: [new Paragraph({ style, alignment: 'left', children: textRuns(text) })] };
    }),
  });
  return ruledTable([row(head, 'head'), ...body.map((texts) => row(texts, 'body'))], widths);
}
