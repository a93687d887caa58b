import type { Run } from '@/lib/generated/prisma/client';
import type { RunDescription } from './run-description';
import type { RunHead } from './run-heads';

export type RunStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A run as lists show it: its head, and of its result the totals only. */
export interface RunSummary {
  readonly id: string;
  readonly number: number;
  readonly status: RunStatus;
  readonly taskId: string | null;
  readonly createdAt: string;
  readonly createdById: string;
  readonly finishedAt: string | null;
  readonly currency: string | null;
  readonly complete: boolean;
  readonly totals: readonly { readonly framework: string; readonly name: string; readonly total: string; readonly complete: boolean }[];
  readonly inputsHash: string;
  readonly resultHash: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
  readonly description: RunDescription;
}

/** The summary of a run's row; `head` is of its report, null where there is none. */
export function runSummary(run: Omit<Run, 'report'>, head: RunHead | null): RunSummary {
  return {
    id: run.id,
    number: run.number,
    status: run.status as RunStatus,
    taskId: run.taskId,
    createdAt: run.createdAt.toISOString(),
    createdById: run.createdById,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    currency: head?.currency ?? null,
    complete: head?.frameworks.every((framework) => framework.complete) ?? false,
    totals: head?.frameworks.map(({ framework, name, total, complete }) => ({ framework, name, total, complete })) ?? [],
    inputsHash: run.inputsHash,
    resultHash: run.resultHash,
    error: run.error as unknown as RunSummary['error'],
    withdrawn: run.withdrawnAt ? { at: run.withdrawnAt.toISOString(), reason: run.withdrawnReason ?? '' } : null,
    description: run.description as unknown as RunDescription,
  };
}
