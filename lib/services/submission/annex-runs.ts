import type { Prisma } from '@/lib/generated/prisma/client';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';
import { storedReport } from '@/lib/margin/report/stored-report';
import type { AnnexRun, AnnexTree } from '@/lib/workbook/annex/annex-input';
import { flatNodeOf } from '../run/flat-node-of';
import type { RunDescription } from '../run/run-description';

/** The most amounts of one framework that a workbook lists; positions are not among them. */
const MOST_NODES = 2_000;

/** Finished runs of the firm as a workbook shows them, in the order of their analyses and numbers. */
export async function annexRuns(tx: Prisma.TransactionClient, firmId: string, runIds: readonly string[]): Promise<readonly AnnexRun[]> {
  const rows = await tx.run.findMany({
    where: { firmId, id: { in: [...new Set(runIds)] }, status: 'done' },
    include: { analysis: { select: { name: true } } },
    orderBy: [{ analysisId: 'asc' }, { number: 'asc' }],
  });
  const runs: AnnexRun[] = [];
  for (const row of rows) {
    const report = storedReport(row.report);
    if (report === null) continue;
    const description = row.description as unknown as RunDescription;
    const sets = [description.simmPack, description.scanParameters].filter((set) => set !== null && set !== undefined);
    runs.push({
      runId: row.id,
      analysis: row.analysis.name,
      number: row.number,
      engine: row.engine,
      inputsHash: row.inputsHash,
      resultHash: row.resultHash ?? '',
      description: {
        evidence: description.portfolio.evidence ?? [],
        frameworks: description.frameworks,
        parameters: description.parameters,
        parameterSets: sets.map(({ name, version, contentHash }) => ({ name, version, contentHash })),
      },
      report,
      trees: await Promise.all(
        report.frameworks.map(({ framework, name }) =>
          readTree(tx, row.id, { framework, name, role: framework === description.baseline ? 'baseline' : 'alternative' }),
        ),
      ),
    });
  }
  return runs;
}

async function readTree(
  tx: Prisma.TransactionClient,
  runId: string,
  tree: Pick<AnnexTree, 'framework' | 'name' | 'role'>,
): Promise<AnnexTree> {
  const { framework } = tree;
  const total = await tx.runNode.count({ where: { runId, framework } });
  const paths = await tx.$queryRaw<{ path: string }[]>`
    SELECT path FROM "RunNode" WHERE "runId" = ${runId}::uuid AND framework = ${framework} AND level <> 'position'
      ORDER BY length(path) - length(replace(path, '/', '')), path LIMIT ${MOST_NODES}`;
  const rows = await tx.runNode.findMany({ where: { runId, framework, path: { in: paths.map(({ path }) => path) } } });
  return { ...tree, nodes: inOrder(rows.map(flatNodeOf)), leftOut: total - rows.length };
}

/** Parents before children, siblings in order. */
function inOrder(nodes: readonly FlatNode[]): readonly FlatNode[] {
  const children = new Map<string | null, FlatNode[]>();
  for (const node of nodes) children.set(node.parentPath, [...(children.get(node.parentPath) ?? []), node]);
  const below = (path: string | null): FlatNode[] =>
    (children.get(path) ?? []).sort((a, b) => a.ordinal - b.ordinal).flatMap((node) => [node, ...below(node.path)]);
  return below(null);
}
