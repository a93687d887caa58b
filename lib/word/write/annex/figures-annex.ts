import type { FileChild } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import { longDate } from '@/lib/core/long-date';
import { diffSequences } from '@/lib/letter/compare/diff-sequences';
import type { ResolvedFigure } from '@/lib/letter/figures/figure';
import type { LetterContent } from '@/lib/letter/letter-content';
import { type TableOfFiguresRow, tableOfFigures } from '@/lib/letter/submission/table-of-figures';
import { columnWidths } from '@/lib/letter/tables/table-grid';
import { isTrackedContent } from '@/lib/letter/tracked/tracked-content';
import { type RuledRow, ruledTable } from '../blocks/ruled-table';
import { tableSpacer } from '../blocks/table-spacer';
import { type FurnitureLine, furnitureParagraph, trackedLines } from '../furniture/furniture-line';
import { annexHeading } from '../letter-section';
import { changeOption } from '../tracked/change-of';
import type { WriteContext } from '../write-context';

/**
 * The last annex: every bound figure in the letter's order with the run it is of, and every run with the hashes of its inputs and its result,
 * by which a reader of the record can tell that nothing was changed. Empty where no figure is bound.
 */
export function figuresAnnex(content: LetterContent, counted: LetterContent, context: WriteContext): readonly FileChild[] {
  const now = tableOfFigures(counted, context.numbers);
  const { numbersBefore } = context;
  if (!isTrackedContent(content) || !numbersBefore) return annexOf(now, now, context);
  return annexOf(tableOfFigures(content.before, numbersBefore), now, context);
}

/** The annex as it is now, against the one before: rows come and go each, and the whole where there was none or is none any more. */
function annexOf(was: readonly TableOfFiguresRow[], now: readonly TableOfFiguresRow[], outer: WriteContext): readonly FileChild[] {
  if (was.length === 0 && now.length === 0) return [];
  const whole = was.length === 0 ? 'inserted' : now.length === 0 ? 'deleted' : null;
  const context: WriteContext = whole && outer.tracker ? { ...outer, whole: { kind: whole, ...outer.tracker } } : outer;
  const [before, after] = whole === 'deleted' ? [was, was] : whole === 'inserted' ? [now, now] : [was, now];
  const intro =
    'Each figure in this letter was computed by the run stated beside it. A run is identified by the SHA-256 hash of its inputs ' +
    '(positions, parameters and method versions) and of its result.';
  const { tracker } = context;
  const notes =
    tracker && !whole
      ? trackedLines(notices(before), notices(after), tracker, context)
      : notices(after).map((line) => furnitureParagraph(line, context));
  return [
    annexHeading('Table of Figures', context),
    furnitureParagraph({ style: 'BodyText', text: intro }, context),
    figureTable(before, after, context),
    ...notes,
    tableSpacer(context),
    runTable(before, after, context),
    tableSpacer(context),
  ];
}

function figureTable(was: readonly TableOfFiguresRow[], now: readonly TableOfFiguresRow[], context: WriteContext): FileChild {
  const textOf = (row: TableOfFiguresRow): readonly string[] => [
    nameAndNote(row.figure),
    row.places.join(', '),
    row.shownAs,
    `${row.figure.source.analysis}, run ${row.figure.source.runNumber}`,
    row.figure.source.inputsHash.slice(0, 12),
  ];
  const look = { widths: columnWidths([2750, 1200, 1500, 2510, 1400], context.textWidth), hashes: new Set([4]) };
  return plainTable(['Figure', 'Where', 'As shown', 'Analysis and run', 'Inputs hash'], was.map(textOf), now.map(textOf), look, context);
}

/** A number in a sentence has no room for what it leaves out, so the table says it of every figure. */
function nameAndNote({ name, value }: ResolvedFigure): string {
  // a table or chart says what it is of under itself
  const about = value.kind === 'number' ? cleanLine(value.about ?? '') : '';
  const note = cleanLine(value.note ?? '');
  return [name, about, note === '' ? '' : `Note: ${note}`].filter((line) => line !== '').join('\n');
}

/** What has to stand with figures by a licence, each once. */
function notices(rows: readonly TableOfFiguresRow[]): readonly FurnitureLine[] {
  const said = new Set(rows.map(({ figure }) => cleanLine(figure.value.notice ?? '')).filter((notice) => notice !== ''));
  return [...said].map((text) => ({ style: 'SourceNote', text }));
}

function runTable(was: readonly TableOfFiguresRow[], now: readonly TableOfFiguresRow[], context: WriteContext): FileChild {
  const look = { widths: runWidths(context.textWidth), hashes: new Set([2]) };
  return plainTable(['Run', 'Positions as of', 'SHA-256 of inputs, and of result'], runsOf(was), runsOf(now), look, context);
}

function runsOf(rows: readonly TableOfFiguresRow[]): readonly (readonly string[])[] {
  const runs = new Map(rows.map(({ figure }) => [figure.runId, figure.source]));
  return [...runs.values()].map((source) => [
    `${source.analysis}, run ${source.runNumber}`,
    longDate(source.asOf),
    `${source.inputsHash}\n${source.resultHash}`,
  ]);
}

/** A hash in full takes one line where the column of text has the room. */
function runWidths(textWidth: number): readonly number[] {
  const rest = textWidth - HASH_WIDTH;
  return rest < 2400 ? columnWidths([1900, 1400, 6060], textWidth) : [...columnWidths([1900, 1400], rest), HASH_WIDTH];
}

const HASH_WIDTH = 6060;

type Texts = readonly string[];

function plainTable(
  head: Texts,
  was: readonly Texts[],
  now: readonly Texts[],
  { widths, hashes }: { readonly widths: readonly number[]; readonly hashes: ReadonlySet<number> },
  context: WriteContext,
): FileChild {
  const row = (texts: Texts, kind: RuledRow['kind'], whole = context.whole): RuledRow => ({
    kind,
    ...(whole ? { change: changeOption(whole, context) } : {}),
    cells: texts.map((text, index) => {
      const style = kind === 'head' ? 'TableHead' : hashes.has(index) ? 'TableHash' : 'TableText';
      const line = { style, text, form: { alignment: 'left' as const } };
      return { width: widths[index] ?? 0, blocks: [furnitureParagraph(line, { ...context, whole })] };
    }),
  });
  const rows = [row(head, 'head')];
  const by = context.tracker;
  let at = 0;
  for (const [from, to, nowFrom, nowTo] of by ? diffSequences(was.map(keyOf), now.map(keyOf)) : []) {
    rows.push(...now.slice(at, nowFrom).map((texts) => row(texts, 'body')));
    if (by) rows.push(...was.slice(from, to).map((texts) => row(texts, 'body', { kind: 'deleted', ...by })));
    if (by) rows.push(...now.slice(nowFrom, nowTo).map((texts) => row(texts, 'body', { kind: 'inserted', ...by })));
    at = nowTo;
  }
  return ruledTable([...rows, ...now.slice(at).map((texts) => row(texts, 'body'))], widths);
}

function keyOf(texts: Texts): string {
  return texts.join('\n');
}
