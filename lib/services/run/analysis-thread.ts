import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Classification } from '@/lib/margin/classification/regime';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { type FlatNode, flattenTree } from '@/lib/margin/impact/flatten-tree';
import { inputsHash } from '@/lib/margin/impact/inputs-hash';
import { runAnalysis } from '@/lib/margin/impact/run-analysis';
import type { Portfolio } from '@/lib/margin/portfolio/position';
import { type PositionJson, positionFromJson } from '@/lib/margin/portfolio/position-codec';
import type { RunReport } from '@/lib/margin/report/run-report';
import type { RunDescription } from './run-description';

/** Plain data, because it crosses into the thread. */
export interface AnalysisThreadInput {
  readonly description: RunDescription;
  readonly positions: readonly PositionJson[];
  readonly classifications: readonly Classification[];
}

export interface AnalysisThreadResult {
  readonly report: RunReport;
  readonly inputsHash: string;
  /** Of the report and all node trees together. */
  readonly resultHash: string;
  readonly nodes: readonly { readonly framework: string; readonly rows: readonly FlatNode[] }[];
}

/** Computes a run inside a thread of lib/jobs/in-worker.ts: resolves the description, computes, and gives plain rows back. */
export function computeAnalysis(
  input: AnalysisThreadInput,
  progress: (done: number, total: number | null, message: string) => void,
): AnalysisThreadResult {
  const { description, classifications } = input;
  const portfolio: Portfolio = {
    name: description.portfolio.name,
    asOf: description.portfolio.asOf,
    calculationCurrency: description.portfolio.calculationCurrency,
    contentHash: description.portfolio.contentHash,
    positions: input.positions.map(positionFromJson),
  };
  const resolved = {
    portfolio,
    classifications,
    baseline: frameworkOf(description.baseline),
    alternatives: description.alternatives.map(frameworkOf),
    parameters: description.parameters,
  };
  const { report, trees } = runAnalysis(resolved, progress);
  progress(1, null, 'Putting the results together');
  const nodes = Object.entries(trees).map(([framework, tree]) => ({ framework, rows: flattenTree(tree) }));
  return { report, inputsHash: inputsHash(resolved), resultHash: contentHash({ report, nodes }), nodes };
}

function frameworkOf(id: string): Framework {
  const framework = findFramework(id);
  if (!framework) throw new AppError('NOT_FOUND', `There is no framework “${id}” any more. Change the analysis, then run it again.`);
  return framework;
}
