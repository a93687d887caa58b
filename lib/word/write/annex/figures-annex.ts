import { type FileChild, Paragraph } from 'docx';
import { longDate } from '@/lib/core/long-date';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { LetterNumbers } from '@/lib/letter/numbering/number-letter';
import { type TableOfFiguresRow, tableOfFigures } from '@/lib/letter/submission/table-of-figures';
import { cleanLine } from '../../clean-text';
import { type RuledRow, ruledTable } from '../blocks/ruled-table';
import { tableSpacer } from '../blocks/table-spacer';
import { textRuns } from '../inline/text-runs';
import { annexHeading } from '../letter-section';

/**
 * The last annex: every bound figure in the letter's order with the run it is of, and every run with the hashes of its inputs and its result,
 * by which a reader of the record can tell that nothing was changed. Empty where no figure is bound.
 */
export function figuresAnnex(content: LetterContent, numbers: LetterNumbers): readonly FileChild[] {
  const rows = tableOfFigures(content, numbers);
  if (rows.length === 0) return [];
  const intro =
    'Each figure in this letter was computed by the run stated beside it. A run is identified by the SHA-256 hash of its inputs ' +
    '(positions, parameters and method versions) and of its result.';
  return [
    annexHeading('Table of Figures'),
    new Paragraph({ style: 'BodyText', children: textRuns(intro) }),
    figureTable(rows),
    ...notices(rows),
    tableSpacer(),
    runTable(rows),
    tableSpacer(),
  ];
}

function figureTable(rows: readonly TableOfFiguresRow[]): FileChild {
  const body = rows.map((row): readonly string[] => [
    nameAndNote(row.figure),
    row.places.join(', '),
    row.shownAs,
    `${row.figure.source.analysis}, run ${row.figure.source.runNumber}`,
    row.figure.source.inputsHash.slice(0, 12),
  ]);
  return plainTable(['Figure', 'Where', 'As shown', 'Analysis and run', 'Inputs hash'], body, [2750, 1200, 1500, 2510, 1400], new Set([4]));
}

/** A number in a sentence has no room for what it leaves out, so the table says it of every figure. */
function nameAndNote({ name, value }: ResolvedFigure): string {
  // a table or chart says what it is of under itself
  const about = value.kind === 'number' ? cleanLine(value.about ?? '') : '';
  const note = cleanLine(value.note ?? '');
  return [name, about, note === '' ? '' : `Note: ${note}`].filter((line) => line !== '').join('\n');
}

/** What has to stand with figures by a licence, each once. */
function notices(rows: readonly TableOfFiguresRow[]): readonly FileChild[] {
  const said = new Set(rows.map(({ figure }) => cleanLine(figure.value.notice ?? '')).filter((notice) => notice !== ''));
  return [...said].map((notice) => new Paragraph({ style: 'SourceNote', children: textRuns(notice) }));
}

function runTable(rows: readonly TableOfFiguresRow[]): FileChild {
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
