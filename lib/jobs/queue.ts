import PgBoss from 'pg-boss';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';

/** The one queue: a job names a Task row, and the row says what is to be done. */
export const TASK_QUEUE = 'task';

/** A job is handed out once; a process that stops midway is noticed by the task's heartbeat (requeue-stale-tasks.ts), long before this. */
const EXPIRE_SECONDS = 6 * 3600;

const installed = new WeakSet<PrismaClient>();

/** Creates the queue's tables in the database where they are missing. Safe to call at the same moment from several processes. */
export async function installQueue(db: PrismaClient): Promise<void> {
  if (installed.has(db)) return;
  const [found] = await db.$queryRaw<{ present: boolean }[]>`SELECT to_regclass('pgboss.version') IS NOT NULL AS present`;
  if (!found?.present) await createTables(db);
  const [queue] = await db.$queryRaw<
    { present: boolean }[]
  >`SELECT EXISTS (SELECT 1 FROM pgboss.queue WHERE name = ${TASK_QUEUE}) AS present`;
  if (!queue?.present) {
    const options = JSON.stringify({ policy: 'standard', retryLimit: 0, expireInSeconds: EXPIRE_SECONDS });
    await db.$executeRaw`SELECT pgboss.create_queue(${TASK_QUEUE}, ${options}::json)`;
  }
  installed.add(db);
}

async function createTables(db: PrismaClient): Promise<void> {
  try {
    await db.$executeRawUnsafe(PgBoss.getConstructionPlans());
  } catch (error) {
    // another process may have created them between the question and here
    const [found] = await db.$queryRaw<{ present: boolean }[]>`SELECT to_regclass('pgboss.version') IS NOT NULL AS present`;
    if (!found?.present) throw error;
  }
}

/** Puts a job for the task into the queue, in the transaction that `tx` is. The queue has to be installed. */
export async function sendTask(tx: Prisma.TransactionClient, taskId: string): Promise<void> {
  await sender.send(
    TASK_QUEUE,
    { taskId },
    { db: { executeSql: async (text, values) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values) }) } },
  );
}

/** Only writes SQL; what it writes runs in the caller's transaction. */
const sender = new PgBoss({ db: { executeSql: async () => ({ rows: [] }) }, supervise: false, schedule: false, migrate: false });
