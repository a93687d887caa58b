import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/auth/system-clock';
import { AppError } from '@/lib/core/errors';
import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { MAX_ATTEMPTS } from '@/lib/jobs/requeue-stale-tasks';
import { runTask } from '@/lib/jobs/run-task';
import { type RunningWorker, startWorker, type WorkerOptions } from '@/lib/jobs/start-worker';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { cancelTask } from '@/lib/services/task/cancel-task';
import { getTask, type TaskDto } from '@/lib/services/task/get-task';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm } from '@/tests/support/firm';

let database: TestDatabase;
let risk: ServiceContext;
let legal: ServiceContext;
let stranger: ServiceContext;
const workers: RunningWorker[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const firm = await makeFirm(database.db);
  const other = await makeFirm(database.db, 'Another Firm LLC');
  risk = { ...firm.ctxAs('risk'), clock: systemClock };
  legal = { ...firm.ctxAs('legal'), clock: systemClock };
  stranger = other.ctxAs('administrator');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await database.db.task.updateMany({ where: { status: { in: ['queued', 'running'] } }, data: { status: 'cancelled' } });
});

async function work(options: Pick<WorkerOptions, 'handlers' | 'endings' | 'staleMs'>): Promise<RunningWorker> {
  const worker = await startWorker({ db: database.db, databaseUrl: database.url, heartbeatMs: 50, endings: {}, ...options });
  workers.push(worker);
  return worker;
}

async function until(taskId: string, test: (task: TaskDto) => boolean): Promise<TaskDto> {
  for (let look = 0; look < 400; look += 1) {
    const task = await getTask(risk, { taskId });
    if (test(task)) return task;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The task never came so far: ${JSON.stringify(await getTask(risk, { taskId }))}`);
}

/** Starts a process that works on tasks and resolves when it has begun one. */
async function stallingProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/worker-process.ts'], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text) => String(text).includes('stalling') && resolve());
    child.on('exit', () => reject(new Error('The worker process ended before it began the task.')));
  });
  return child;
}

describe('a task', () => {
  it('is worked on, reports its progress and keeps its result', async () => {
    const taskId = await enqueueTask(risk, { kind: 'count', input: { to: 3 } });
    expect(await getTask(risk, { taskId })).toMatchObject({ status: 'queued', kind: 'count' });
    await work({
      handlers: {
        count: async ({ task, progress }) => {
          progress(3, 3, 'Counted');
          return { counted: (task.input as { to: number }).to };
        },
      },
    });
    expect(await until(taskId, (task) => task.status === 'done')).toMatchObject({ done: 3, total: 3, result: { counted: 3 }, error: null });
  });

  it('that was queued in a transaction which fails is not queued', async () => {
    const began: string[] = [];
    await database.db
      .$transaction(async (tx) => {
        began.push(await enqueueTask(risk, { kind: 'count', input: {} }, tx));
        throw new Error('something else failed');
      })
      .catch(() => undefined);
    await expect(getTask(risk, { taskId: began[0]! })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that refuses ends as failed with the sentence of the refusal, and tells its subject', async () => {
    const ends: string[] = [];
    const taskId = await enqueueTask(risk, { kind: 'refuse', input: {} });
    await work({
      handlers: {
        refuse: async () => {
          throw new AppError('CHECK_FAILED', 'The portfolio has no positions.', { positions: 0 });
        },
      },
      endings: { refuse: async (_context, end) => void ends.push(end.message) },
    });
    const task = await until(taskId, ({ status }) => status === 'failed');
    expect(task.error).toEqual({ code: 'CHECK_FAILED', message: 'The portfolio has no positions.', details: { positions: 0 } });
    expect(ends).toEqual(['The portfolio has no positions.']);
  });

  it('is invisible to another firm', async () => {
    const taskId = await enqueueTask(risk, { kind: 'count', input: {} });
    await expect(getTask(stranger, { taskId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cancelTask(stranger, { taskId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('cancelling', () => {
  it('ends a waiting task at once, and no worker begins it later', async () => {
    const began: string[] = [];
    const taskId = await enqueueTask(risk, { kind: 'never', input: {} });
    expect(await cancelTask(risk, { taskId })).toMatchObject({ status: 'cancelled' });
    const next = await enqueueTask(risk, { kind: 'after', input: {} });
    await work({ handlers: { never: async () => void began.push('never'), after: async () => void began.push('after') } });
    await until(next, ({ status }) => status === 'done');
    expect(began).toEqual(['after']);
  });

  it('stops a running task through its signal', async () => {
    const taskId = await enqueueTask(risk, { kind: 'wait', input: {} });
    await work({
      handlers: {
        wait: (context) => new Promise((_resolve, reject) => context.signal.addEventListener('abort', () => reject(new Error('aborted')))),
      },
    });
    await until(taskId, ({ status }) => status === 'running');
    await cancelTask(risk, { taskId });
    const task = await until(taskId, ({ status }) => status === 'cancelled');
    expect(task.error).toMatchObject({ code: 'CANCELLED' });
  });

  it('is refused to a member who did not start it', async () => {
    const taskId = await enqueueTask(risk, { kind: 'count', input: {} });
    await expect(cancelTask(legal, { taskId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a process that is killed', () => {
  it('leaves its task to the next one, which does it again', async () => {
    const taskId = await enqueueTask(risk, { kind: 'stall', input: {} });
    const child = await stallingProcess();
    child.kill('SIGKILL');
    await work({ staleMs: 500, handlers: { stall: async ({ task }) => ({ attempt: task.attempt }) } });
    expect(await until(taskId, ({ status }) => status === 'done')).toMatchObject({ result: { attempt: 2 } });
  });

  it('again and again fails the task with a sentence that says so', async () => {
    const ends: string[] = [];
    const taskId = await enqueueTask(risk, { kind: 'stall', input: {} });
    await database.db.task.update({ where: { id: taskId }, data: { attempt: MAX_ATTEMPTS - 1 } });
    (await stallingProcess()).kill('SIGKILL');
    await work({ staleMs: 500, handlers: {}, endings: { stall: async (_context, end) => void ends.push(end.status) } });
    const task = await until(taskId, ({ status }) => status === 'failed');
    expect(task.message).toContain('stopped 3 times');
    expect(ends).toEqual(['failed']);
  });
});

describe('a process that is stopped properly', () => {
  it('gives back a task that it had claimed and not yet begun', async () => {
    const taskId = await enqueueTask(risk, { kind: 'long', input: {} });
    let begun = 0;
    const stopped = {
      ...{ db: database.db, clock: systemClock, ids: risk.ids, heartbeatMs: 50, endings: {} },
      handlers: { long: async () => ({ begun: ++begun }) },
      stopping: AbortSignal.abort(),
    };
    await runTask(stopped, taskId);
    expect(await getTask(risk, { taskId })).toMatchObject({ status: 'queued' });
    expect(begun).toBe(0);
  });

  it('gives its running task back, and the next one finishes it', async () => {
    const taskId = await enqueueTask(risk, { kind: 'long', input: {} });
    const first = await work({
      handlers: {
        long: ({ signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stop')))),
      },
    });
    await until(taskId, ({ status }) => status === 'running');
    await first.stop();
    expect(await getTask(risk, { taskId })).toMatchObject({ status: 'queued' });
    await work({ handlers: { long: async ({ task }) => ({ attempt: task.attempt }) } });
    expect(await until(taskId, ({ status }) => status === 'done')).toMatchObject({ result: { attempt: 1 } });
  });
});
