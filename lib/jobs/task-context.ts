import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';

/** A task as its handler sees it. `input` is the plain JSON that was given when it was queued. */
export interface RunningTask {
  readonly id: string;
  readonly firmId: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly input: unknown;
  readonly createdById: string;
  /** 1 for the first try; more where a process stopped midway. */
  readonly attempt: number;
}

/** What a handler is given. */
export interface TaskContext {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly task: RunningTask;
  /** Aborted when somebody cancels, or when this process is told to stop. */
  readonly signal: AbortSignal;
  /** Says how far it is; `total` null while that is not known. Written at most a few times a second. */
  progress(done: number, total: number | null, message: string): void;
  /** Throws AppError CANCELLED once the signal is aborted: called between the steps of a handler. */
  throwIfCancelled(): void;
}

/**
 * Does the work and gives a small plain JSON result, or throws. It may be begun again after a process stopped midway, so what it writes is
 * written in one transaction at the end, or is safe to write twice.
 */
export type TaskHandler = (context: TaskContext) => Promise<unknown>;

/** Told once when a task ends without a result, so that its subject can say so too. */
export type TaskEnding = (
  context: Pick<TaskContext, 'db' | 'clock' | 'ids' | 'task'>,
  end: { readonly status: 'failed' | 'cancelled'; readonly code: string; readonly message: string },
) => Promise<void>;
