import type { Classification } from '../classification/regime';
import type { Framework } from '../frameworks/framework';
import type { MarginNode } from '../methods/margin-node';
import type { Portfolio } from '../portfolio/position';
import type { RunReport } from '../report/run-report';
import type { RunParameters } from './run-parameters';

export interface AnalysisInput {
  readonly portfolio: Portfolio;
  /** One per position; a position without one is undetermined. */
  readonly classifications: readonly Classification[];
  readonly baseline: Framework;
  readonly alternatives: readonly Framework[];
  readonly parameters: RunParameters;
}

export interface AnalysisResult {
  readonly report: RunReport;
  /** Result tree of each framework, by framework id. */
  readonly trees: Readonly<Record<string, MarginNode>>;
}

/** Told after each step of a run; throw from it to stop the run (cancellation). */
export type AnalysisProgress = (done: number, total: number, message: string) => void;

/** Margins the portfolio under the baseline and every alternative, and compares them. Pure: the same input gives the same bytes. */
export function runAnalysis(input: AnalysisInput, progress: AnalysisProgress = () => undefined): AnalysisResult {
  progress(0, input.alternatives.length + 1, 'Applying frameworks');
  throw new Error('run-analysis is being written');
}
