/** A published figure's identity and what it shows. The truth is (run, path, format); nothing formatted is stored. */
export interface FigureBinding {
  readonly figureId: string;
  readonly runId: string;
  /** Address inside a run's report, e.g. "impacts/sec-account/saving" (see resolve-figure.ts for all forms). */
  readonly path: string;
}

export type FigureKind = 'number' | 'table' | 'chart';

/** How a number is presented; rounding is HALF_UP at `decimals` after division by the scale, once. */
export interface FigureFormat {
  readonly style: 'money' | 'percent' | 'count';
  /** Currency code for money, null otherwise. */
  readonly currency: string | null;
  readonly scale: 'units' | 'thousands' | 'millions' | 'billions';
  readonly decimals: number;
}

export interface FigureTableColumn {
  readonly key: string;
  readonly label: string;
  /** null for a text column; numbers are exact decimal strings. */
  readonly format: FigureFormat | null;
  /** True where the cells are shaded by their size; all such columns of a table share one scale (heat-levels.ts). */
  readonly heat?: boolean;
}

export interface FigureSeriesPoint {
  readonly label: string;
  readonly amount: string;
  readonly kind: 'total' | 'change' | 'bar';
  readonly agency: 'CFTC' | 'SEC' | 'joint' | 'harmonized' | 'none';
}

/** How a series is drawn: joined points, bars, bars that stand for something to look at, or a level that others are held against. */
export type FigureSeriesLook = 'line' | 'bars' | 'alert' | 'level';

/** A series of a chart of lines: one exact decimal string for each category, null where there is none. */
export interface FigureSeries {
  readonly name: string;
  readonly look: FigureSeriesLook;
  /** How its amounts are written where that is not as the chart's. */
  readonly format?: FigureFormat;
  readonly values: readonly (string | null)[];
}

/**
 * The value found at a binding: exact decimal strings, not yet rounded. `about` says what it is of, e.g. which scenarios; `note` is what must be said
 * beside it, e.g. that an amount is incomplete; `notice` is what has to stand with it by a licence. A cell of a number column that is no decimal is words, e.g. "not computed".
 */
export type FigureValue = { readonly about?: string; readonly note?: string; readonly notice?: string } & (
  | { readonly kind: 'number'; readonly value: string; readonly format: FigureFormat }
  | {
      readonly kind: 'table';
      readonly columns: readonly FigureTableColumn[];
      readonly rows: readonly Readonly<Record<string, string>>[];
      /** The row that is a total, by index; null for none. */
      readonly totalRow: number | null;
    }
  | {
      readonly kind: 'chart';
      readonly chart: 'bridge' | 'bars';
      readonly points: readonly FigureSeriesPoint[];
      readonly format: FigureFormat;
      /** Text for a reader who cannot see the picture. */
      readonly altText: string;
    }
  | {
      readonly kind: 'chart';
      readonly chart: 'lines';
      /** What the categories are, e.g. "Offset rate"; written along the axis. */
      readonly axis: string;
      readonly categories: readonly string[];
      /** Where each category lies on the axis, as a decimal string; null where categories have an order only. */
      readonly places: readonly string[] | null;
      /** The category that the run itself stands at, by index; null for none. */
      readonly current: number | null;
      readonly series: readonly FigureSeries[];
      readonly format: FigureFormat;
      readonly altText: string;
    }
);

/** The value of a chart of lines. */
export type LinesValue = Extract<FigureValue, { chart: 'lines' }>;

/** A published figure with its value and where it is from, as screens and exports need it. */
export interface ResolvedFigure extends FigureBinding {
  readonly name: string;
  readonly value: FigureValue;
  readonly source: {
    readonly analysis: string;
    readonly runNumber: number;
    readonly asOf: string;
    readonly framework: string | null;
    readonly inputsHash: string;
    readonly resultHash: string;
  };
}

/** current; a newer run of the analysis exists; the source (portfolio or analysis) changed since; the figure or run was withdrawn. */
export type FigureState = 'current' | 'newer-run' | 'source-changed' | 'withdrawn';
