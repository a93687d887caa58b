import { type BoundFigure, boundFigures, figureKey } from '../figures/collect-figures';
import type { ResolvedFigure } from '../figures/figure';
import { formatFigure } from '../figures/format-figure';
import type { LetterContent } from '../letter-content';
import { type LetterNumbers, numberLetter, readingOrder } from '../numbering/number-letter';
import { textAttribute } from '../walk-prose';

/** A figure in one way of showing it, with every place where it stands. */
export interface TableOfFiguresRow {
  readonly bound: BoundFigure;
  readonly figure: ResolvedFigure;
  /** "Section III", "Table 2"; each once. */
  readonly places: readonly string[];
  /** The number as it reads in the text; "Table" or "Chart" for the others. */
  readonly shownAs: string;
}

/** Every bound figure of a letter in reading order; one row for each figure and way of showing it. Unpublished ones are left out. */
export function tableOfFigures(
  content: Pick<LetterContent, 'sections' | 'figures'>,
  numbers: LetterNumbers = numberLetter(content),
): readonly TableOfFiguresRow[] {
  const rows = new Map<string, TableOfFiguresRow>();
  for (const bound of boundFigures(readingOrder(content.sections))) {
    const figure = content.figures[figureKey(bound)];
    if (figure === undefined) continue;
    const shownAs = shownAsOf(bound, figure);
    const key = `${figureKey(bound)} ${shownAs}`;
    const places = new Set([...(rows.get(key)?.places ?? []), placeOf(bound, numbers)]);
    rows.set(key, { bound, figure, places: [...places], shownAs });
  }
  return [...rows.values()];
}

function placeOf(bound: BoundFigure, numbers: LetterNumbers): string {
  const exhibit = numbers.exhibits.find(
    ({ node, kind, sectionId }) =>
      kind === bound.kind &&
      sectionId === bound.sectionId &&
      textAttribute(node, 'figureId') === bound.figureId &&
      (textAttribute(node, 'nodeId') ?? textAttribute(node, 'id')) === bound.nodeId,
  );
  if (exhibit !== undefined) return exhibit.label;
  const section = numbers.sections.get(bound.sectionId) ?? null;
  if (section === null) return 'Opening';
  return section.startsWith('Annex') ? section : `Section ${section.replace(/\.$/, '')}`;
}

function shownAsOf(bound: BoundFigure, { value }: ResolvedFigure): string {
  if (value.kind === 'number') return formatFigure(value.value, bound.format ?? value.format);
  return value.kind === 'table' ? 'Table' : 'Chart';
}
