import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import { createDatabaseClient } from '@/lib/db/client';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { type FlatNode, flattenTree } from '@/lib/margin/impact/flatten-tree';
import { inputsHash } from '@/lib/margin/impact/inputs-hash';
import { runAnalysis } from '@/lib/margin/impact/run-analysis';
import type { RunReport } from '@/lib/margin/report/run-report';
import { loadEvidence } from './load-evidence';
import { loadPositions } from './load-positions';
import type { RunDescription } from './run-description';

/** Plain data, because it crosses into the thread, which reads everything else itself. */
export interface AnalysisThreadInput {
  readonly firmId: string;
  readonly description: RunDescription;
}

export interface AnalysisThreadResult {
  readonly report: RunReport;
  readonly inputsHash: string;
  /** Of the report and all node trees together. */
  readonly resultHash: string;
  readonly nodes: readonly { readonly framework: string; readonly rows: readonly FlatNode[] }[];
}

type Progress = (done: number, total: number | null, message: string) => void;

/**
 * Computes a run inside a thread of lib/jobs/in-worker.ts, on DATABASE_URL: reads what the description names, computes, and gives plain rows back. Ending
 * the thread cancels it at any moment, because it writes nothing.
 */
export async function computeAnalysis(input: AnalysisThreadInput, progress: Progress): Promise<AnalysisThreadResult> {
  const { firmId, description } = input;
  const db = createDatabaseClient(process.env.DATABASE_URL ?? '');
  try {
    const { portfolio: head } = description;
    const { positions, classifications } = await loadPositions(db, firmId, head.id, (read) =>
      progress(read, head.positions, 'Reading the positions'),
    );
    const positionIds = new Set(positions.map(({ positionId }) => positionId));
    const loaded = await loadEvidence(db, firmId, description, positionIds, (message) => progress(0, null, message));
    const resolved = {
      portfolio: {
        name: head.name,
        asOf: head.asOf,
        calculationCurrency: head.calculationCurrency,
        contentHash: head.contentHash,
        positions,
      },
      classifications,
      baseline: frameworkOf(description, description.baseline),
      alternatives: description.alternatives.map((id) => frameworkOf(description, id)),
      parameters: description.parameters,
      ...loaded,
    };
    const { report, trees } = runAnalysis(resolved, progress);
    progress(1, null, 'Putting the results together');
    const nodes = Object.entries(trees).map(([framework, tree]) => ({ framework, rows: flattenTree(tree) }));
    const hash = inputsHash({ ...resolved, sources: sourcesOf(description) });
    return { report, inputsHash: hash, resultHash: contentHash({ report, nodes }), nodes };
  } finally {
    await db.$disconnect();
  }
}

function frameworkOf({ frameworks }: RunDescription, id: string): Framework {
  const framework = frameworks.find((one) => one.id === id);
  if (!framework) throw new AppError('NOT_FOUND', `The run holds no framework “${id}”. Run the analysis again.`);
  return framework;
}

/** The hashes of all that the methods were given beside positions and frameworks. */
function sourcesOf({ portfolio, simmPack, otherSimmPacks, scanParameters }: RunDescription) {
  return [
    ...portfolio.evidence.map(({ kind, contentHash: hash }) => ({ kind, contentHash: hash })),
    ...(simmPack ? [{ kind: 'simm-pack', contentHash: simmPack.contentHash }] : []),
    ...otherSimmPacks.map((pack) => ({ kind: 'other-simm-pack', contentHash: pack.contentHash })),
    ...(scanParameters ? [{ kind: 'scan-parameters', contentHash: scanParameters.contentHash }] : []),
  ];
}
