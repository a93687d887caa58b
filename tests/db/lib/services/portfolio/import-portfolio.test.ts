import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/auth/system-clock';
import type { AppError } from '@/lib/core/errors';
import { type RunningWorker, startWorker } from '@/lib/jobs/start-worker';
import { TASK_HANDLERS } from '@/lib/jobs/task-handlers';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import { writePositions } from '@/lib/margin/portfolio/write-positions';
import { samplePositions } from '@/lib/sample/positions';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { readStoredFile } from '@/lib/services/file/read-stored-file';
import { getImport, type ImportState } from '@/lib/services/portfolio/get-import';
import { getPortfolio } from '@/lib/services/portfolio/get-portfolio';
import type { ImportRequest } from '@/lib/services/portfolio/import-input';
import { listPortfolios } from '@/lib/services/portfolio/list-portfolios';
import { listPositions } from '@/lib/services/portfolio/list-positions';
import { loadPortfolio } from '@/lib/services/portfolio/load-portfolio';
import { startImport } from '@/lib/services/portfolio/start-import';
import { uploadPortfolioFile } from '@/lib/services/portfolio/upload-portfolio-file';
import { cancelTask } from '@/lib/services/task/cancel-task';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm } from '@/tests/support/firm';
import { pieces } from '@/tests/support/positions-csv';

let database: TestDatabase;
let worker: RunningWorker;
let risk: ServiceContext;
let legal: ServiceContext;
let counsel: ServiceContext;
let stranger: ServiceContext;
let urlBefore: string | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  // the computing thread opens the database by this variable, as in the running program
  urlBefore = process.env.DATABASE_URL;
  process.env.DATABASE_URL = database.url;
  worker = await startWorker({ db: database.db, databaseUrl: database.url, heartbeatMs: 50, endings: {}, handlers: TASK_HANDLERS });
});
afterAll(async () => {
  await worker.stop();
  if (urlBefore === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = urlBefore;
  await database.drop();
});
beforeEach(async () => {
  const firm = await makeFirm(database.db);
  const other = await makeFirm(database.db, 'Another Firm LLC');
  risk = { ...firm.ctxAs('risk'), clock: systemClock };
  legal = { ...firm.ctxAs('legal'), clock: systemClock };
  counsel = { ...firm.ctxAs('outside-counsel'), clock: systemClock };
  stranger = other.ctxAs('risk');
});

const SAMPLE = writePositions(samplePositions());
const upload = (text: string | Uint8Array, name = 'positions.csv') =>
  uploadPortfolioFile(risk, { name, mediaType: 'text/csv', source: pieces(text, 300_000), maxBytes: 10_000_000 });

async function ended(taskId: string): Promise<ImportState> {
  for (let look = 0; look < 600; look += 1) {
    const state = await getImport(risk, { taskId });
    if (!['queued', 'running'].includes(state.status)) return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The import never ended.');
}

async function importText(text: string, changes: Partial<ImportRequest> = {}): Promise<ImportState> {
  const file = await upload(text);
  const input: ImportRequest = {
    fileId: file.id,
    name: 'June',
    asOf: '2026-06-30',
    calculationCurrency: 'USD',
    format: 'positions',
    leaveOut: [],
    ...changes,
  };
  return ended((await startImport(risk, input)).taskId);
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: AppError) => error.code,
  );

describe('an uploaded file', () => {
  it('is kept byte for byte in parts, with its hash', async () => {
    const bytes = new Uint8Array(2_500_000).map((_, index) => (index * 31) % 251);
    const file = await upload(bytes, 'C:\\files\\positions.csv');
    expect(file).toMatchObject({ name: 'positions.csv', size: 2_500_000 });
    const parts: Uint8Array[] = [];
    for await (const part of readStoredFile(database.db, file.id)) parts.push(part);
    expect(parts.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  it('leaves nothing behind when it is too large or breaks off', async () => {
    const before = await database.db.storedFile.count();
    const broken = async function* () {
      yield new Uint8Array(1_500_000);
      throw new Error('the connection was lost');
    };
    const store = (source: AsyncIterable<Uint8Array>, maxBytes: number) =>
      uploadPortfolioFile(risk, { name: 'a', mediaType: '', source, maxBytes });
    expect(await codeOf(store(pieces(new Uint8Array(3_000_000)), 2_000_000))).toBe('TOO_LARGE');
    await expect(store(broken(), 9_000_000)).rejects.toThrow('connection was lost');
    expect(await database.db.storedFile.count()).toBe(before);
  });
});

describe('importing positions', () => {
  it('loads the whole file with regimes, totals and hash, and says so in the audit log', async () => {
    const { outcome } = await importText(SAMPLE);
    expect(outcome).toMatchObject({ outcome: 'imported', report: { errors: 0, rows: 400, positions: 400 } });
    const portfolioId = outcome?.outcome === 'imported' ? outcome.portfolioId : '';
    const loaded = await loadPortfolio(database.db, risk.actor.firmId, portfolioId);
    expect(loaded.positions).toEqual(samplePositions());
    expect(loaded.contentHash).toBe(portfolioHash(samplePositions()));
    expect(loaded).toMatchObject({ name: 'June', asOf: '2026-06-30', calculationCurrency: 'USD' });

    const detail = await getPortfolio(legal, { portfolioId });
    expect(detail.regimes.map(({ regime, positions }) => [regime, positions])).toEqual([
      ['cftc-uncleared-swaps', 152],
      ['sec-non-cleared-sbs', 208],
      ['sec-securities-account', 40],
    ]);
    expect(detail.createdBy).toBe(risk.actor.name);
    expect((await listPortfolios(risk)).map(({ id }) => id)).toEqual([portfolioId]);
    const event = await database.db.auditEvent.findFirstOrThrow({ where: { firmId: risk.actor.firmId, type: 'portfolio.imported' } });
    expect(event).toMatchObject({
      subjectId: portfolioId,
      actorId: risk.actor.memberId,
      data: { positions: 400, contentHash: loaded.contentHash },
    });
  });

  it('refuses a file with an error, names its place and keeps no position of it', async () => {
    const bad = SAMPLE.replace('SMP-0200,', 'SMP-0199,')
      .replace(/(SMP-0300,[^\n]*?),short,/, '$1,sideways,')
      .replace(/(SMP-0300,[^\n]*?),long,/, '$1,sideways,');
    const { status, outcome } = await importText(bad);
    expect(status).toBe('done');
    expect(outcome?.outcome).toBe('refused');
    expect(outcome?.report.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [201, 'position_id', 'duplicate-id'],
      [301, 'direction', 'unknown-direction'],
    ]);
    expect(await listPortfolios(risk)).toEqual([]);
    expect(await database.db.portfolioPosition.count({ where: { firmId: risk.actor.firmId } })).toBe(0);
  });

  it('leaves out the rows that the member names, and keeps that with the portfolio', async () => {
    const bad = SAMPLE.replace('SMP-0200,', 'SMP-0199,');
    const { outcome } = await importText(bad, { leaveOut: [201] });
    expect(outcome).toMatchObject({ outcome: 'imported', report: { positions: 399, leftOut: [{ line: 201, id: 'SMP-0199' }] } });
    const event = await database.db.auditEvent.findFirstOrThrow({ where: { firmId: risk.actor.firmId, type: 'portfolio.imported' } });
    expect(event.data).toMatchObject({ leftOut: [201] });
  });

  it('loads the trades of a CRIF, those of the schedule and those of SIMM, and keeps its sensitivities as evidence', async () => {
    const crif =
      'TradeID,PortfolioID,EndDate,IMModel,ProductClass,RiskType,Qualifier,AmountUSD\nT1,N1,2030-01-01,Schedule,Rates,Notional,,-500\nT1,N1,2030-01-01,Schedule,Rates,PV,,-20\nT2,N1,,SIMM,RatesFX,Risk_FX,EUR,5\n';
    const { outcome } = await importText(crif, { format: 'crif' });
    expect(outcome?.outcome).toBe('imported');
    const portfolioId = outcome?.outcome === 'imported' ? outcome.portfolioId : '';
    const { positions, contentHash: hash } = await loadPortfolio(database.db, risk.actor.firmId, portfolioId);
    expect(positions.map((one) => [one.positionId, one.product, one.notional?.toString(), one.marketValue?.toString()])).toEqual([
      ['T1', 'interest_rate_swap', '500', '-20'],
      ['T2', 'fx_forward', undefined, undefined],
    ]);
    const { files } = await getPortfolio(legal, { portfolioId });
    expect(files.map(({ report }) => [report.kind, report.rows, report.covered, report.errors])).toEqual([['sensitivities', 1, 1, 0]]);
    expect(hash).not.toBe(portfolioHash(positions));
  });

  it('refuses a CRIF without a trade', async () => {
    const { outcome } = await importText(
      'TradeID,PortfolioID,EndDate,IMModel,ProductClass,RiskType,Qualifier,AmountUSD\nT2,N1,,SIMM,RatesFX,Risk_FX,EUR,5\n',
      { format: 'crif', leaveOut: [2] },
    );
    expect(outcome?.outcome).toBe('refused');
    expect(outcome?.report.problems.map(({ code }) => code)).toContain('no-trades');
  });

  it('that is cancelled keeps nothing', async () => {
    const header = SAMPLE.split('\n')[0] ?? '';
    const row = SAMPLE.split('\n')[1] ?? '';
    const many = `${header}\n${Array.from({ length: 40_000 }, (_, index) => row.replace('SMP-0001', `X-${index}`)).join('\n')}\n`;
    const file = await uploadPortfolioFile(risk, { name: 'many.csv', mediaType: '', source: pieces(many), maxBytes: 100_000_000 });
    const { taskId } = await startImport(risk, {
      fileId: file.id,
      name: 'Many',
      asOf: '2026-06-30',
      calculationCurrency: 'USD',
      format: 'positions',
      leaveOut: [],
    });
    for (let look = 0; look < 400; look += 1) {
      const task = await database.db.task.findUniqueOrThrow({ where: { id: taskId } });
      if (task.message.startsWith('Loading') || task.status === 'done') break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await cancelTask(risk, { taskId });
    expect((await ended(taskId)).status).toBe('cancelled');
    expect(await database.db.portfolio.count({ where: { firmId: risk.actor.firmId } })).toBe(0);
    expect(await database.db.portfolioPosition.count({ where: { firmId: risk.actor.firmId } })).toBe(0);
  });
});

describe('the table of positions', () => {
  it('filters by regime, product, counterparty and text, and sums what is left in the calculation currency', async () => {
    const { outcome } = await importText(SAMPLE);
    const portfolioId = outcome?.outcome === 'imported' ? outcome.portfolioId : '';
    const all = await listPositions(legal, { portfolioId, filter: {}, page: 1 });
    expect([all.items.length, all.page, all.pages, all.total.positions]).toEqual([50, 1, 8, 400]);
    expect((await listPositions(legal, { portfolioId, filter: {}, page: 99 })).page).toBe(8);
    const swaps = await listPositions(legal, { portfolioId, filter: { product: 'cds_index', counterparty: 'Tamarind Bank NV' }, page: 1 });
    expect(swaps.total.positions).toBe(5);
    expect(swaps.items[0]?.classification).toMatchObject({ regime: 'cftc-uncleared-swaps', test: 'stated-broad-based' });
    const expected = samplePositions().filter((one) =>
      [one.positionId, one.underlier ?? '', one.referenceEntity ?? ''].some((value) => value.toLowerCase().includes('alderbrook')),
    );
    const named = await listPositions(legal, { portfolioId, filter: { text: 'ALDERBROOK' }, page: 1 });
    expect(named.total.positions).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
  });
});

describe('who may', () => {
  it('import: risk, not legal, and nobody with the file of another firm', async () => {
    const file = await upload(SAMPLE);
    const input = {
      fileId: file.id,
      name: 'June',
      asOf: '2026-06-30',
      calculationCurrency: 'USD',
      format: 'positions',
      leaveOut: [],
    } as const;
    expect(await codeOf(startImport(legal, { ...input, leaveOut: [] }))).toBe('FORBIDDEN');
    expect(await codeOf(startImport(stranger, { ...input, leaveOut: [] }))).toBe('NOT_FOUND');
  });

  it('read: every member but outside counsel, and nobody of another firm', async () => {
    const { outcome, taskId } = await importText(SAMPLE);
    const portfolioId = outcome?.outcome === 'imported' ? outcome.portfolioId : '';
    expect(await codeOf(getPortfolio(legal, { portfolioId }))).toBe('done');
    expect(await codeOf(getPortfolio(counsel, { portfolioId }))).toBe('FORBIDDEN');
    expect(await codeOf(listPositions(counsel, { portfolioId, filter: {}, page: 1 }))).toBe('FORBIDDEN');
    expect(await codeOf(getPortfolio(stranger, { portfolioId }))).toBe('NOT_FOUND');
    expect(await codeOf(listPositions(stranger, { portfolioId, filter: {}, page: 1 }))).toBe('NOT_FOUND');
    expect(await codeOf(getImport(stranger, { taskId }))).toBe('NOT_FOUND');
    expect(await listPortfolios(stranger)).toEqual([]);
    expect(await codeOf(loadPortfolio(database.db, stranger.actor.firmId, portfolioId))).toBe('NOT_FOUND');
  });
});
