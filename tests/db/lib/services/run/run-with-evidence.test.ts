import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/auth/system-clock';
import { runTask } from '@/lib/jobs/run-task';
import { TASK_ENDINGS } from '@/lib/jobs/task-endings';
import { TASK_HANDLERS } from '@/lib/jobs/task-handlers';
import { SIMM_NOTICE } from '@/lib/margin/methods/simm/notice';
import { createAnalysis } from '@/lib/services/analysis/create-analysis';
import { getAnalysis } from '@/lib/services/analysis/get-analysis';
import { listAnalyses } from '@/lib/services/analysis/list-analyses';
import { updateAnalysis } from '@/lib/services/analysis/update-analysis';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { createFramework } from '@/lib/services/framework/create-framework';
import { getFramework } from '@/lib/services/framework/get-framework';
import { updateFramework } from '@/lib/services/framework/update-framework';
import { confirmLicence } from '@/lib/services/parameters/confirm-licence';
import { loadParameterSet } from '@/lib/services/parameters/load-parameter-set';
import { LICENCE_STATEMENT } from '@/lib/services/parameters/parameter-kind';
import { withdrawParameterSet } from '@/lib/services/parameters/withdraw-parameter-set';
import { importInThread } from '@/lib/services/portfolio/import-thread';
import { uploadPortfolioFile } from '@/lib/services/portfolio/upload-portfolio-file';
import { getRun } from '@/lib/services/run/get-run';
import { startRun } from '@/lib/services/run/start-run';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { pieces } from '@/tests/support/positions-csv';
import { syntheticPackJson } from '@/tests/support/synthetic-simm-pack';

let database: TestDatabase;
let firm: TestFirm;
let risk: ServiceContext;
let administrator: ServiceContext;
let portfolioId: string;
let urlBefore: string | undefined;

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
  risk = { ...firm.ctxAs('risk'), clock: systemClock };
  administrator = { ...firm.ctxAs('administrator'), clock: systemClock };
  portfolioId = await importCrif();
});

/** One trade of the synthetic pack's world: two swaps of opposite sensitivities. */
const CRIF = [
  'TradeID,PortfolioID,IMModel,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD,PostRegulations,CollectRegulations',
  'T-1,Alpha,SIMM,RatesFX,Risk_IRCurve,USD,1,5y,OIS,1000,USD,1000,CFTC,CFTC',
  'T-2,Alpha,SIMM,RatesFX,Risk_IRCurve,USD,1,10y,OIS,-400,USD,-400,CFTC,CFTC',
  '',
].join('\n');

async function importCrif(): Promise<string> {
  const source = pieces(CRIF, 300_000);
  const file = await uploadPortfolioFile(risk, { name: 'crif.csv', mediaType: 'text/csv', source, maxBytes: 1_000_000 });
  const id = risk.ids();
  const { firmId, memberId } = risk.actor;
  const head = { name: 'CRIF', asOf: '2026-06-30', calculationCurrency: 'USD', format: 'crif', leaveOut: [], evidence: [] } as const;
  const outcome = await importInThread(
    { ...head, leaveOut: [], evidence: [], portfolioId: id, firmId, memberId, fileId: file.id },
    () => undefined,
  );
  expect(outcome.outcome).toBe('imported');
  return id;
}

async function loadPack(changes: Parameters<typeof syntheticPackJson>[0] = {}, name = 'Pack'): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(syntheticPackJson(changes)));
  return (await loadParameterSet(administrator, { kind: 'simm', fileName: 'pack.json', name, bytes })).id;
}
const confirm = (id: string) => confirmLicence(administrator, { parameterSetId: id, statement: LICENCE_STATEMENT });

const described = (parameters: Record<string, unknown>, alternatives = ['one-model']) => ({
  ...{ name: 'By model', portfolioId, baseline: 'separate-regimes', alternatives, parameters },
});

async function run(analysisId: string) {
  const { runId, taskId } = await startRun(risk, { analysisId });
  const stopping = new AbortController().signal;
  await runTask(
    { db: database.db, clock: systemClock, ids: risk.ids, handlers: TASK_HANDLERS, endings: TASK_ENDINGS, stopping, heartbeatMs: 200 },
    taskId,
  );
  return getRun(risk, { runId });
}

describe('a run by SIMM', () => {
  it('reads the sensitivities and the pack itself, and stands beside the notice', async () => {
    const pack = await loadPack();
    await confirm(pack);
    const { id } = await createAnalysis(risk, described({ simmPack: pack }));
    const done = await run(id);
    expect(done.error).toBeNull();
    expect(done.status).toBe('done');
    const model = done.report?.frameworks.find(({ framework }) => framework === 'one-model');
    expect(model?.covered).toBe(2);
    expect(Number(model?.total)).toBeGreaterThan(0);
    expect(done.report?.notices).toContain(SIMM_NOTICE);
    expect(done.description).toMatchObject({
      simmPack: { id: pack, name: 'Pack', version: 'invented' },
      portfolio: { evidence: [{ kind: 'sensitivities', fileName: 'crif.csv' }] },
      otherSimmPacks: [],
    });
    expect(done.description.frameworks.map((framework) => framework.id)).toEqual(['separate-regimes', 'one-model']);
  });

  it('has inputs that differ by the pack’s figures, and a result that does too', async () => {
    const [first, other] = [await loadPack(), await loadPack({ 'InterestRate/RiskWeights/Delta/10d/1|5y': '9' }, 'Other')];
    await confirm(first);
    await confirm(other);
    const { id } = await createAnalysis(risk, described({ simmPack: first }));
    const one = await run(id);
    const again = await run(id);
    await updateAnalysis(risk, { ...described({ simmPack: other }), analysisId: id });
    const two = await run(id);
    expect([again.inputsHash, again.resultHash]).toEqual([one.inputsHash, one.resultHash]);
    expect(two.inputsHash).not.toBe(one.inputsHash);
    const totals = [one, two].map(({ totals: all }) => Number(all.find(({ framework }) => framework === 'one-model')?.total));
    expect(totals[1]).toBeGreaterThan(totals[0] ?? 0);
  });

  it('is refused in words before anybody confirmed the licence, and after the pack was withdrawn', async () => {
    const pack = await loadPack();
    await expect(createAnalysis(risk, described({ simmPack: pack }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { simmPack: expect.stringContaining('Nobody has confirmed that the firm holds ISDA’s licence') } },
    });
    await confirm(pack);
    const { id } = await createAnalysis(risk, described({ simmPack: pack }));
    await withdrawParameterSet(administrator, { parameterSetId: pack, reason: 'Superseded.' });
    await expect(startRun(risk, { analysisId: id })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: 'The parameter set “Pack” was withdrawn. Choose another.',
    });
    expect(await database.db.run.count({ where: { analysisId: id } })).toBe(0);
  });

  it('does not take the pack of another firm', async () => {
    const other = await makeFirm(database.db, 'Another Firm LLC');
    const bytes = new TextEncoder().encode(JSON.stringify(syntheticPackJson()));
    const theirs = { kind: 'simm', fileName: 'pack.json', name: '', bytes } as const;
    const { id } = await loadParameterSet(other.ctxAs('administrator'), theirs);
    await expect(createAnalysis(risk, described({ simmPack: id }))).rejects.toMatchObject({
      details: { fields: { simmPack: 'There is no such SIMM pack. Choose another.' } },
    });
  });
});

describe('a run by a framework of the firm', () => {
  it('keeps its data, and is of a changed source once the framework is changed', async () => {
    const { key } = await createFramework(risk, { copyOf: 'cftc-account' });
    const { id } = await createAnalysis(risk, described({}, [key]));
    const before = await run(id);
    expect(before.status).toBe('done');
    expect(before.description.frameworks[1]).toMatchObject({ id: key, builtIn: false });
    expect((await getAnalysis(risk, { analysisId: id })).sourceChanged).toBe(false);

    const { framework, contentHash } = await getFramework(risk, { key });
    await updateFramework(risk, { key, contentHash, framework: { ...framework, name: 'Ours' } });
    expect((await getAnalysis(risk, { analysisId: id })).sourceChanged).toBe(true);
    expect((await listAnalyses(risk))[0]?.sourceChanged).toBe(true);
    const after = await run(id);
    expect(after.inputsHash).not.toBe(before.inputsHash);
    expect((await getAnalysis(risk, { analysisId: id })).sourceChanged).toBe(false);
    expect((await getRun(risk, { runId: before.id })).description.frameworks[1]?.name).toBe('One account under CFTC rules, copy');
  });
});
