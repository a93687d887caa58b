import { csvCell } from '@/lib/core/csv-cell';
import type { TableOfFiguresRow } from './table-of-figures';

/** A figure of the letter as a file lists it. */
export interface ListedFigure {
  readonly figureId: string;
  readonly name: string;
  readonly places: readonly string[];
  readonly shownAs: string;
  /** the exact number; null for a table or chart */
  readonly value: string | null;
  readonly kind: string;
  readonly analysis: string;
  readonly runNumber: number;
  readonly runId: string;
  readonly path: string;
  readonly asOf: string;
  readonly inputsHash: string;
  readonly resultHash: string;
}

export function listedFigures(rows: readonly TableOfFiguresRow[]): readonly ListedFigure[] {
  return rows.map(({ figure, places, shownAs }) => ({
    figureId: figure.figureId,
    name: figure.name,
    places,
    shownAs,
    value: figure.value.kind === 'number' ? figure.value.value : null,
    kind: figure.value.kind,
    analysis: figure.source.analysis,
    runNumber: figure.source.runNumber,
    runId: figure.runId,
    path: figure.path,
    asOf: figure.source.asOf,
    inputsHash: figure.source.inputsHash,
    resultHash: figure.source.resultHash,
  }));
}

const COLUMNS: readonly (readonly [string, (figure: ListedFigure) => string])[] = [
  ['figure', ({ name }) => name],
  ['where', ({ places }) => places.join(', ')],
  ['as shown', ({ shownAs }) => shownAs],
  ['value', ({ value }) => value ?? ''],
  ['kind', ({ kind }) => kind],
  ['analysis', ({ analysis }) => analysis],
  ['run', ({ runNumber }) => String(runNumber)],
  ['run id', ({ runId }) => runId],
  ['path', ({ path }) => path],
  ['as of', ({ asOf }) => asOf],
  ['inputs sha-256', ({ inputsHash }) => inputsHash],
  ['result sha-256', ({ resultHash }) => resultHash],
];

/** The table of figures as CSV; cells that a spreadsheet would take for a formula begin with an apostrophe, numbers stay numbers. */
export function figureListCsv(figures: readonly ListedFigure[]): string {
  const lines = [COLUMNS.map(([name]) => name), ...figures.map((figure) => COLUMNS.map(([, cell]) => cell(figure)))];
  return `${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
