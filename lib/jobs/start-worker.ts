import PgBoss from 'pg-boss';
import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import type { Clock } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import { getDb } from '@/lib/db/client';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { keepVersions } from './keep-versions';
import { installQueue, TASK_QUEUE } from './queue';
import { requeueStaleTasks } from './requeue-stale-tasks';
import { runTask } from './run-task';
import type { TaskEnding, TaskHandler } from './task-context';
import { TASK_ENDINGS } from './task-endings';
import { TASK_HANDLERS } from './task-handlers';
import type { WorkerContext } from './worker-context';

export interface WorkerOptions {
  /** The process's own database by default. */
  readonly db?: PrismaClient;
  readonly databaseUrl?: string;
  readonly clock?: Clock;
  /** Tasks at the same time; each computes in a thread of its own. */
  readonly concurrency?: number;
  readonly heartbeatMs?: number;
  /** After how long without a heartbeat a task counts as left behind. */
  readonly staleMs?: number;
  readonly handlers?: Readonly<Record<string, TaskHandler>>;
  readonly endings?: Readonly<Record<string, TaskEnding>>;
}

export interface RunningWorker {
  /** Takes no more tasks, gives running ones back to the queue, and resolves when nothing of it is left in this process. */
  stop(): Promise<void>;
}

/** Begins to work on queued tasks in this process, those included that were left by one that stopped. */
export async function startWorker(options: WorkerOptions = {}): Promise<RunningWorker> {
  const { concurrency = 2, heartbeatMs = 2000, staleMs = 20_000, databaseUrl = process.env.DATABASE_URL } = options;
  if (!databaseUrl) throw new AppError('UNAVAILABLE', 'The worker has no database: set DATABASE_URL, or start it with `npm start`.');
  const stopping = new AbortController();
  const worker: WorkerContext = {
    db: options.db ?? getDb(),
    clock: options.clock ?? systemClock,
    ids: randomIds,
    handlers: options.handlers ?? TASK_HANDLERS,
    endings: options.endings ?? TASK_ENDINGS,
    stopping: stopping.signal,
    heartbeatMs,
  };
  await installQueue(worker.db);
  const boss = new PgBoss({ connectionString: databaseUrl, max: concurrency + 1, schedule: false, application_name: 'marginalia-worker' });
  boss.on('error', (error) => console.error('The queue reported an error:', error.message));
  await boss.start();

  const active = new Set<Promise<void>>();
  const work = async (jobs: PgBoss.Job<{ taskId: string }>[]) => {
    for (const job of jobs) {
      const running = runTask(worker, job.data.taskId).catch((error) => console.error(`Task ${job.data.taskId}:`, error));
      active.add(running);
      await running;
      active.delete(running);
    }
  };
  for (let index = 0; index < concurrency; index += 1) await boss.work(TASK_QUEUE, { batchSize: 1, pollingIntervalSeconds: 0.5 }, work);

  const sweep = () => requeueStaleTasks(worker, staleMs).catch((error) => console.error('Looking for stopped tasks failed:', error));
  await sweep();
  const sweeping = setInterval(() => void sweep(), Math.max(250, staleMs / 4));

  const stopKeeping = keepVersions(worker);

  return {
    async stop() {
      clearInterval(sweeping);
      stopping.abort();
      await stopKeeping();
      await Promise.all(active);
      await boss.stop({ graceful: false, wait: true, close: true });
    },
  };
}
