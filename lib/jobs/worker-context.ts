import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { TaskEnding, TaskHandler } from './task-context';

/** What the working on tasks needs of its process. */
export interface WorkerContext {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly handlers: Readonly<Record<string, TaskHandler>>;
  readonly endings: Readonly<Record<string, TaskEnding>>;
  /** Aborted when the process stops. */
  readonly stopping: AbortSignal;
  /** How often a running task says that it is alive, and looks whether it is cancelled. */
  readonly heartbeatMs: number;
}
