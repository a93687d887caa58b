import type { FigureKind, FigureValue } from './figure';

/** One publication of a figure: its value in one run. */
export interface FigurePublicationEntry {
  readonly runId: string;
  readonly runNumber: number;
  /** ISO instant. */
  readonly publishedAt: string;
  readonly value: FigureValue;
  /** ISO date of the positions that the run took. */
  readonly asOf?: string;
  /** The reason for which this run was withdrawn; null or absent while it stands. */
  readonly withdrawn?: string | null;
  /** Whether the analysis or its portfolio changed since this run; absent where the entry speaks for all of its publications. */
  readonly sourceChanged?: boolean;
}

/** A published figure with all of its publications, as the editor and the checks need it. */
export interface FigureEntry {
  readonly figureId: string;
  readonly name: string;
  readonly kind: FigureKind;
  readonly analysis: string;
  /** For the link to the derivation; absent where the reader may not follow it. */
  readonly analysisId?: string;
  /** Where the figure stands in a run's report: what a binding stores beside figure and run. */
  readonly path?: string;
  /** The reason for which the figure was withdrawn; null while it stands. */
  readonly withdrawn: string | null;
  readonly publications: readonly FigurePublicationEntry[];
  /** Number of the analysis's latest finished run, published or not. */
  readonly latestRunNumber: number;
  readonly sourceChanged: boolean;
}
