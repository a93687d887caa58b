import { AppError } from '@/lib/core/errors';
import type { FlatNode } from '@/lib/margin/impact/flatten-tree';
import { canReadAnalysis } from '@/lib/policies/analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findRun } from './find-run';
import { flatNodeOf } from './flat-node-of';

const PAGE = 200;

export interface RunNodePage {
  readonly nodes: readonly FlatNode[];
  /** How many siblings there are in all. */
  readonly total: number;
}

/**
 * The children of one node of a framework's result tree, in order, 200 at a time from `offset`; the root itself for `parentPath` null.
 * Throws NOT_FOUND for a run of another firm and for a parent that the tree does not have.
 */
export async function listRunNodes(
  ctx: ServiceContext,
  input: { runId: string; framework: string; parentPath: string | null; offset?: number },
): Promise<RunNodePage> {
  authorise(canReadAnalysis(ctx.actor));
  const run = await findRun(ctx.db, ctx.actor.firmId, input.runId);
  const where = { runId: run.id, framework: input.framework, parentPath: input.parentPath };
  const total = await ctx.db.runNode.count({ where });
  if (
    total === 0 &&
    !(await ctx.db.runNode.findFirst({ where: { runId: run.id, framework: input.framework, path: input.parentPath ?? '' } }))
  ) {
    throw new AppError('NOT_FOUND', 'The run has no such amount.');
  }
  const rows = await ctx.db.runNode.findMany({ where, orderBy: { ordinal: 'asc' }, skip: Math.max(0, input.offset ?? 0), take: PAGE });
  return { nodes: rows.map(flatNodeOf), total };
}
