import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/auth/system-clock';
import { contentHash } from '@/lib/core/hash';
import { runTask } from '@/lib/jobs/run-task';
import { TASK_ENDINGS } from '@/lib/jobs/task-endings';
import { TASK_HANDLERS } from '@/lib/jobs/task-handlers';
import { createAnalysis } from '@/lib/services/analysis/create-analysis';
import { getAnalysis } from '@/lib/services/analysis/get-analysis';
import { listAnalyses } from '@/lib/services/analysis/list-analyses';
import { updateAnalysis } from '@/lib/services/analysis/update-analysis';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { listFigures } from '@/lib/services/figure/list-figures';
import { publishAgain } from '@/lib/services/figure/publish-again';
import { publishFigure } from '@/lib/services/figure/publish-figure';
import { withdrawFigure } from '@/lib/services/figure/withdraw-figure';
import { getHome } from '@/lib/services/home/get-home';
import { getRun } from '@/lib/services/run/get-run';
import { listRunNodes } from '@/lib/services/run/list-run-nodes';
import { startRun } from '@/lib/services/run/start-run';
import { withdrawRun } from '@/lib/services/run/withdraw-run';
import { cancelTask } from '@/lib/services/task/cancel-task';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { equitySwap, rateSwap, storePortfolio } from '@/tests/support/portfolio';

let database: TestDatabase;
let firm: TestFirm;
let risk: ServiceContext;
let legal: ServiceContext;
let counsel: ServiceContext;
let stranger: ServiceContext;
let analysisId: string;
let portfolioId: string;
let urlBefore: string | undefined;

const described = (changes: object = {}) => ({
  name: 'Rates and equity',
  portfolioId,
  baseline: 'separate-regimes',
  alternatives: ['cftc-account'],
  parameters: {},
  ...changes,
});

beforeAll(async () => {
  database = await createTestDatabase();
  // the computing thread opens the database by this variable, as in the running program
  urlBefore = process.env.DATABASE_URL;
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  if (urlBefore === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = urlBefore;
  await database.drop();
});
beforeEach(async () => {
  firm = await makeFirm(database.db);
  [risk, legal, counsel] = [firm.ctxAs('risk'), firm.ctxAs('legal'), firm.ctxAs('outside-counsel')];
  stranger = (await makeFirm(database.db, 'Another Firm LLC')).ctxAs('administrator');
  portfolioId = await storePortfolio(database.db, risk, [
    rateSwap('R-1', '100000000'),
    rateSwap('R-2', '40000000', { direction: 'short' }),
    equitySwap('E-1', '5000000'),
  ]);
  analysisId = (await createAnalysis(risk, described())).id;
});

/** Works on the task of a run in this process, as a worker would. */
async function compute(taskId: string): Promise<void> {
  const stopping = new AbortController().signal;
  await runTask(
    { db: database.db, clock: systemClock, ids: risk.ids, handlers: TASK_HANDLERS, endings: TASK_ENDINGS, stopping, heartbeatMs: 50 },
    taskId,
  );
}

async function finishedRun(): Promise<string> {
  const { runId, taskId } = await startRun(risk, { analysisId });
  await compute(taskId);
  return runId;
}

const saving = { path: 'impacts/cftc-account/saving', name: 'Saving', format: null };

describe('an analysis', () => {
  it('is described by risk, and by nobody who may not', async () => {
    await expect(createAnalysis(legal, described())).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only risk and administrators define analyses.',
    });
    await expect(updateAnalysis(legal, { ...described(), analysisId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(listAnalyses(counsel)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await listAnalyses(legal)).map(({ name }) => name)).toEqual(['Rates and equity']);
  });

  it('of another firm is not found, nor is another firm’s portfolio', async () => {
    await expect(getAnalysis(stranger, { analysisId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(startRun(stranger, { analysisId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(createAnalysis(stranger, described())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [{ name: '  ' }, 'name'],
    [{ alternatives: [] }, 'alternatives'],
    [{ alternatives: ['separate-regimes'] }, 'alternatives'],
    [{ alternatives: ['no-such-framework'] }, 'alternatives'],
    [{ parameters: { side: 'both' } }, 'parameters'],
  ])('that is not described properly (%j) is refused at its field', async (changes, field) => {
    await expect(createAnalysis(risk, described(changes))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { [field]: expect.any(String) } },
    });
  });
});

describe('a run', () => {
  it('computes in a thread, keeps report, hashes and the tree, and says so in the log', async () => {
    const runId = await finishedRun();
    const run = await getRun(risk, { runId });
    expect(run).toMatchObject({ number: 1, status: 'done', complete: true, engine: expect.stringContaining('marginalia') });
    expect(run.inputsHash).toMatch(/^[0-9a-f]{64}$/);
    const [impact] = run.report?.impacts ?? [];
    expect(run.report?.frameworks.map(({ total }) => total)).toEqual([impact?.baselineTotal, impact?.alternativeTotal]);
    const root = await listRunNodes(risk, { runId, framework: 'separate-regimes', parentPath: null });
    expect(root.nodes[0]).toMatchObject({ level: 'total', amount: impact?.baselineTotal, parentPath: null });
    const rootPath = root.nodes[0]?.path ?? '';
    const legs = await listRunNodes(risk, { runId, framework: 'separate-regimes', parentPath: rootPath });
    expect(legs.total).toBe(root.nodes[0]?.childCount);
    const events = await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } });
    expect(events.map(({ type }) => type)).toEqual(['analysis.created', 'run.started', 'run.finished']);
    expect(events.at(-1)?.data).toMatchObject({ inputsHash: run.inputsHash, resultHash: run.resultHash });
  });

  it('gives the same hashes when it is computed again on the same inputs', async () => {
    const [first, second] = [await getRun(risk, { runId: await finishedRun() }), await getRun(risk, { runId: await finishedRun() })];
    expect(second.number).toBe(2);
    expect([second.inputsHash, second.resultHash]).toEqual([first.inputsHash, first.resultHash]);
  });

  it('is not changed by a task that is begun again after it is done', async () => {
    const { runId, taskId } = await startRun(risk, { analysisId });
    await compute(taskId);
    const before = await database.db.run.findUniqueOrThrow({ where: { id: runId } });
    await database.db.task.update({ where: { id: taskId }, data: { status: 'queued' } });
    await compute(taskId);
    expect(await database.db.run.findUniqueOrThrow({ where: { id: runId } })).toEqual(before);
    expect((await database.db.task.findUniqueOrThrow({ where: { id: taskId } })).status).toBe('done');
  });

  it('stands alone: a second one is refused while the first is computed', async () => {
    await startRun(risk, { analysisId });
    await expect(startRun(risk, { analysisId })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Run 1') });
  });

  it('gets one number each when two are asked for at once', async () => {
    const asked = await Promise.allSettled([startRun(risk, { analysisId }), startRun(risk, { analysisId })]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database.db.run.count({ where: { analysisId } })).toBe(1);
  });

  it('that is cancelled before it begins is marked so and frees the analysis', async () => {
    const { runId, taskId } = await startRun(risk, { analysisId });
    await cancelTask(risk, { taskId });
    expect(await getRun(risk, { runId })).toMatchObject({ status: 'cancelled', error: { code: 'CANCELLED' }, report: null });
    await expect(startRun(risk, { analysisId })).resolves.toMatchObject({ number: 2 });
  });

  it('that is cancelled while it is computed keeps nothing and frees the analysis', async () => {
    const { runId, taskId } = await startRun(risk, { analysisId });
    const computing = compute(taskId);
    for (let look = 0; look < 400; look += 1) {
      if ((await database.db.run.findUniqueOrThrow({ where: { id: runId } })).status === 'running') break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await cancelTask(risk, { taskId });
    await computing;
    expect(await getRun(risk, { runId })).toMatchObject({ status: 'cancelled', report: null, resultHash: null });
    expect(await database.db.runNode.count({ where: { runId } })).toBe(0);
    await expect(startRun(risk, { analysisId })).resolves.toMatchObject({ number: 2 });
  });

  it('is asked for and withdrawn by risk only, with a reason, once', async () => {
    await expect(startRun(legal, { analysisId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const runId = await finishedRun();
    await expect(withdrawRun(legal, { runId, reason: 'wrong' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(withdrawRun(stranger, { runId, reason: 'wrong' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdrawRun(risk, { runId, reason: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await withdrawRun(risk, { runId, reason: 'Spreads of the wrong day.' });
    expect(await getRun(risk, { runId })).toMatchObject({ status: 'done', withdrawn: { reason: 'Spreads of the wrong day.' } });
    await expect(withdrawRun(risk, { runId, reason: 'again' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(publishFigure(risk, { runId, ...saving })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('has its tree read by its own firm only', async () => {
    const runId = await finishedRun();
    await expect(listRunNodes(stranger, { runId, framework: 'separate-regimes', parentPath: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(listRunNodes(risk, { runId, framework: 'separate-regimes', parentPath: 'no/such' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a figure', () => {
  it('is published by risk, not by legal, with the exact value and its hash', async () => {
    const runId = await finishedRun();
    await expect(publishFigure(legal, { runId, ...saving })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only risk and administrators publish figures.',
    });
    const { figureId } = await publishFigure(risk, { runId, ...saving });
    const run = await getRun(risk, { runId });
    const publication = await database.db.figurePublication.findFirstOrThrow({ where: { figureId } });
    expect(publication.value).toMatchObject({ kind: 'number', value: run.report?.impacts[0]?.saving });
    expect(publication.valueHash).toBe(contentHash(publication.value));
    await expect(publishFigure(risk, { runId, ...saving })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(publishFigure(risk, { runId, ...saving, path: 'impacts/none/saving' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(publishFigure(stranger, { runId, ...saving })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('falls behind a newer run and is brought up with all others by one act', async () => {
    const first = await finishedRun();
    await publishFigure(risk, { runId: first, ...saving });
    await publishFigure(risk, { runId: first, path: 'impacts/cftc-account/bridge', name: 'Bridge', format: null });
    expect((await listFigures(risk, { analysisId })).map(({ state }) => state)).toEqual(['current', 'current']);
    const second = await finishedRun();
    expect((await listFigures(risk, { analysisId })).map(({ state }) => state)).toEqual(['newer-run', 'newer-run']);
    expect((await getHome(risk)).staleFigures.map(({ name }) => name)).toEqual(['Saving', 'Bridge']);
    await expect(publishAgain(legal, { runId: second })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await publishAgain(risk, { runId: second })).toEqual({ published: 2, skipped: [] });
    expect(await publishAgain(risk, { runId: second })).toEqual({ published: 0, skipped: [] });
    expect((await listFigures(risk, { analysisId })).map(({ state, runNumber }) => [state, runNumber])).toEqual([
      ['current', 2],
      ['current', 2],
    ]);
  });

  it('is marked as of a changed source when the analysis changes, not when it is renamed', async () => {
    const runId = await finishedRun();
    await publishFigure(risk, { runId, ...saving });
    await updateAnalysis(risk, { ...described({ name: 'A better name' }), analysisId });
    expect((await listFigures(risk, { analysisId }))[0]?.state).toBe('current');
    await updateAnalysis(risk, { ...described({ alternatives: ['sec-account'] }), analysisId });
    expect((await listFigures(risk, { analysisId }))[0]?.state).toBe('source-changed');
    expect(await publishAgain(risk, { runId: await finishedRun() })).toMatchObject({ published: 0, skipped: [{ name: 'Saving' }] });
  });

  it('is withdrawn by risk with a reason, and cannot be published again under its name', async () => {
    const runId = await finishedRun();
    const { figureId } = await publishFigure(risk, { runId, ...saving });
    await expect(withdrawFigure(legal, { figureId, reason: 'wrong' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(withdrawFigure(stranger, { figureId, reason: 'wrong' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await withdrawFigure(risk, { figureId, reason: 'It leaves out the cleared book.' });
    expect((await listFigures(risk, { analysisId }))[0]).toMatchObject({
      state: 'withdrawn',
      withdrawn: 'It leaves out the cleared book.',
    });
    await expect(publishFigure(risk, { runId: await finishedRun(), ...saving })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('the start page', () => {
  it('shows outside counsel nothing of positions, runs and figures', async () => {
    const runId = await finishedRun();
    await publishFigure(risk, { runId, ...saving });
    expect((await getHome(risk)).activity.map(({ text }) => text)).toEqual([
      'published “Saving” from run 1',
      'ran “Rates and equity”: run 1',
      'described the analysis “Rates and equity”',
    ]);
    expect(await getHome(counsel)).toMatchObject({ runs: [], staleFigures: [], activity: [] });
  });
});
