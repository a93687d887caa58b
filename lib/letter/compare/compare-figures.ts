import { cellText } from '../figures/cell-text';
import { bindingsOf, figureKey, type TextBinding } from '../figures/collect-figures';
import type { FigureValue, ResolvedFigure } from '../figures/figure';
import { formatFigure } from '../figures/format-figure';
import type { LetterContent } from '../letter-content';
import { sameValue } from './canonical-body';

/** A placed figure that shows another value, or one of another run or publication. */
export interface FigureDifference {
  readonly sectionId: string;
  readonly nodeId: string;
  readonly name: string;
  readonly before: FigureReading;
  readonly after: FigureReading;
  /** "5.30% → 5.41%, run 12 → 15" */
  readonly words: string;
}

export interface FigureReading {
  readonly figureId: string;
  readonly runNumber: number | null;
  /** as printed; null for tables and charts */
  readonly text: string | null;
}

interface Placed {
  readonly sectionId: string;
  readonly binding: TextBinding;
  readonly figure: ResolvedFigure | undefined;
}

/** The figures that both letters have at the same place, by the names of their places, and that a reader sees differ. */
export function compareFigures(before: LetterContent, after: LetterContent): readonly FigureDifference[] {
  const old = placedFigures(before);
  return [...placedFigures(after)].flatMap(([nodeId, now]) => {
    const was = old.get(nodeId);
    const words = was && differenceWords(was, now);
    if (!was || !words) return [];
    const name = now.figure?.name ?? was.figure?.name ?? 'Figure';
    return [{ sectionId: now.sectionId, nodeId, name, before: readingOf(was), after: readingOf(now), words }];
  });
}

function placedFigures({ sections, figures }: LetterContent): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { id: sectionId, body } of sections) {
    for (const binding of bindingsOf(body)) {
      if (binding.nodeId !== null) placed.set(binding.nodeId, { sectionId, binding, figure: figures[figureKey(binding)] });
    }
  }
  return placed;
}

function readingOf({ binding, figure }: Placed): FigureReading {
  return { figureId: binding.figureId, runNumber: figure?.source.runNumber ?? null, text: printed(binding, figure) };
}

function printed(binding: TextBinding, figure: ResolvedFigure | undefined): string | null {
  if (figure?.value.kind === 'number') return formatFigure(figure.value.value, binding.format ?? figure.value.format);
  return figure ? null : binding.valueAtInsertion;
}

/** What differs between two readings of a figure, as a person would say it; an empty text where nothing does. */
function differenceWords(was: Placed, is: Placed): string {
  const parts: string[] = [];
  const [before, after] = [readingOf(was), readingOf(is)];
  const [oldName, newName] = [was.figure?.name, is.figure?.name];
  if (before.figureId !== after.figureId && oldName !== newName)
    parts.push(`${oldName ?? 'another figure'} → ${newName ?? 'another figure'}`);
  if (before.text !== after.text) parts.push(`${before.text ?? 'not known'} → ${after.text ?? 'not known'}`);
  else if (before.text === null && was.figure && is.figure) parts.push(...valueWords(was.figure.value, is.figure.value));
  else if (before.text !== null && !sameValue(exactOf(was), exactOf(is))) parts.push('another value that reads the same');
  if (before.runNumber !== after.runNumber) parts.push(`run ${before.runNumber ?? 'not known'} → ${after.runNumber ?? 'not known'}`);
  else if (was.binding.runId !== is.binding.runId) parts.push('of another analysis');
  return parts.join(', ');
}

function exactOf({ figure }: Placed): string | null {
  return figure?.value.kind === 'number' ? figure.value.value : null;
}

const MOST_CELLS = 3;

/** Tables: the cells that differ, the first of them by name; charts: that they do. */
function valueWords(was: FigureValue, is: FigureValue): string[] {
  if (sameValue(was, is)) return [];
  if (was.kind !== 'table' || is.kind !== 'table') return [was.kind === is.kind ? 'another picture' : `${was.kind} → ${is.kind}`];
  const sameForm =
    was.rows.length === is.rows.length && was.columns.map(({ key }) => key).join() === is.columns.map(({ key }) => key).join();
  if (!sameForm) return ['other rows or columns'];
  const cells = is.rows.flatMap((row, index) =>
    is.columns.flatMap((column, place) => {
      const old = was.columns[place] ?? column;
      const [before, after] = [cellText(was.rows[index]?.[column.key] ?? '', old), cellText(row[column.key] ?? '', column)];
      const label = [row[is.columns[0]?.key ?? ''], place > 0 ? column.label : ''].filter(Boolean).join(', ');
      return before === after ? [] : [`${label}: ${before} → ${after}`];
    }),
  );
  if (cells.length === 0) return ['written otherwise'];
  const others = cells.length - MOST_CELLS;
  return [cells.slice(0, MOST_CELLS).join('; ') + (others > 0 ? `; and ${others} more ${others === 1 ? 'cell' : 'cells'}` : '')];
}
