import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/lib/auth/system-clock';
import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { getPortfolio } from '@/lib/services/portfolio/get-portfolio';
import { importInThread } from '@/lib/services/portfolio/import-thread';
import { listPortfolios } from '@/lib/services/portfolio/list-portfolios';
import { listPositions } from '@/lib/services/portfolio/list-positions';
import { loadPortfolio } from '@/lib/services/portfolio/load-portfolio';
import { startImport } from '@/lib/services/portfolio/start-import';
import { uploadPortfolioFile } from '@/lib/services/portfolio/upload-portfolio-file';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm } from '@/tests/support/firm';
import { pieces } from '@/tests/support/positions-csv';

let database: TestDatabase;
let risk: ServiceContext;
let legal: ServiceContext;
let stranger: ServiceContext;
let urlBefore: string | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  // the import opens the database by this variable, as in its thread
  urlBefore = process.env.DATABASE_URL;
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  if (urlBefore === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = urlBefore;
  await database.drop();
});
beforeEach(async () => {
  const firm = await makeFirm(database.db);
  risk = { ...firm.ctxAs('risk'), clock: systemClock };
  legal = firm.ctxAs('legal');
  stranger = (await makeFirm(database.db, 'Another Firm LLC')).ctxAs('risk');
});

const POSITIONS = [
  'position_id,counterparty,netting_agreement,product,underlier,underlier_type,direction,notional,currency,fx_rate,market_value,maturity',
  'R-1,Alpha Fund LP,MA-1,interest_rate_swap,USD-SOFR,rate,long,1000000,USD,,0,2030-06-30',
  'R-2,Alpha Fund LP,MA-1,interest_rate_swap,EURIBOR,rate,short,2000000,EUR,,5,2031-06-30',
  'R-3,Beta Fund LP,MA-2,interest_rate_swap,EURIBOR,rate,short,1000000,EUR,1.2,0,2031-06-30',
  'I-1,Beta Fund LP,MA-2,equity_index_swap,Nine Names,,long,3000000,USD,,0,2027-06-30',
  '',
].join('\n');
const FILES: Readonly<Record<EvidenceFileKind, string>> = {
  rates: 'currency,rate\nEUR,1.08\n',
  pnl: 'position_id,currency,2026-06-26,2026-06-29,2026-06-30\nR-1,USD,-10,5,2\nR-2,EUR,1,2,3\nX-9,USD,1,1,1\n',
  external:
    'counterparty,netting_agreement,account,cleared_by,regime,amount,currency,source\nAlpha Fund LP,MA-1,,,cftc-uncleared-swaps,500,USD,statement of June\nNobody,,,,cftc-uncleared-swaps,1,USD,statement of June\n',
  constituents: `index,component,weight_percent,adtv_usd\n${Array.from({ length: 9 }, (_, i) => `Nine Names,Name ${i},${i === 0 ? '20' : '10'},900000000`).join('\n')}\n`,
  sensitivities:
    'TradeID,PortfolioID,IMModel,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD\nR-1,MA-1,SIMM,RatesFX,Risk_IRCurve,USD,1,5y,OIS,100,USD,100\nZ-1,MA-1,SIMM,RatesFX,Risk_IRCurve,USD,1,5y,OIS,100,USD,100\n',
};

const upload = (text: string, name: string) =>
  uploadPortfolioFile(risk, { name, mediaType: 'text/csv', source: pieces(text, 300_000), maxBytes: 10_000_000 });

async function importFiles(files: Readonly<Partial<Record<EvidenceFileKind, string>>>, positions = POSITIONS) {
  const main = await upload(positions, 'positions.csv');
  const evidence: { kind: EvidenceFileKind; fileId: string }[] = [];
  for (const [kind, text] of Object.entries(files) as [EvidenceFileKind, string][])
    evidence.push({ kind, fileId: (await upload(text, `${kind}.csv`)).id });
  const portfolioId = risk.ids();
  const { firmId, memberId } = risk.actor;
  const outcome = await importInThread(
    {
      ...{ portfolioId, firmId, memberId, fileId: main.id, name: 'June', asOf: '2026-06-30', calculationCurrency: 'USD' },
      ...{ format: 'positions', leaveOut: [], evidence },
    },
    () => undefined,
  );
  return { outcome, portfolioId };
}

describe('a portfolio with further files', () => {
  it('keeps each with what it covers, and names what speaks of positions that are not there', async () => {
    const { outcome, portfolioId } = await importFiles(FILES);
    expect(outcome.outcome).toBe('imported');
    const { files } = await getPortfolio(legal, { portfolioId });
    expect(
      files.map(({ report }) => [report.kind, report.rows, report.covered, report.errors, report.counts.map(({ code }) => code)]),
    ).toEqual([
      ['sensitivities', 2, 1, 0, ['no-such-position']],
      ['pnl', 2, 2, 0, [expect.any(String)]],
      ['external', 2, 2, 0, ['no-such-netting-set']],
      ['constituents', 9, null, 0, []],
      ['rates', 1, null, 0, []],
    ]);
    expect(files.find(({ report }) => report.kind === 'pnl')?.report.use).toBe('3 scenarios, 2026-06-26 to 2026-06-30.');
    expect((await listPortfolios(legal))[0]?.evidence).toEqual(['sensitivities', 'pnl', 'external', 'constituents', 'rates']);
    const event = await database.db.auditEvent.findFirstOrThrow({ where: { firmId: risk.actor.firmId, type: 'portfolio.imported' } });
    expect((event.data as { evidence: { kind: string }[] }).evidence.map(({ kind }) => kind)).toEqual([
      'sensitivities',
      'pnl',
      'external',
      'constituents',
      'rates',
    ]);
  });

  it('takes rates for the rows that give none, and says how many', async () => {
    const { portfolioId } = await importFiles({ rates: FILES.rates });
    const { positions } = await loadPortfolio(database.db, risk.actor.firmId, portfolioId);
    expect(positions.map(({ fxRate }) => fxRate?.toString() ?? null)).toEqual([null, '1.08', '1.2', null]);
    const [file] = (await getPortfolio(legal, { portfolioId })).files;
    expect(file?.report.use).toBe('1 rates in USD; taken for 1 position in EUR, whose rows give none.');
    const { outcome } = await importFiles({});
    expect(outcome.report.problems.map(({ line, column }) => [line, column])).toContainEqual([3, 'fx_rate']);
  });

  it('is classified with the constituents, and without them stays undetermined', async () => {
    const rate = { rates: FILES.rates };
    const regimeOf = async (files: Partial<typeof FILES>) => {
      const { portfolioId } = await importFiles(files);
      const { items } = await listPositions(legal, { portfolioId, filter: { text: 'Nine Names' }, page: 1 });
      return items[0]?.classification;
    };
    expect((await regimeOf(rate))?.regime).toBe('undetermined');
    expect(await regimeOf({ ...rate, constituents: FILES.constituents })).toMatchObject({
      regime: 'sec-non-cleared-sbs',
      reason: expect.not.stringContaining('another version'),
    });
  });

  it('has a hash that covers every file, whatever the order of rows', async () => {
    const hashOf = async (files: Partial<typeof FILES>) => {
      const { portfolioId } = await importFiles(files);
      return (await getPortfolio(legal, { portfolioId })).contentHash;
    };
    const rates = { rates: FILES.rates };
    const plain = await hashOf(rates);
    const withPnl = await hashOf({ ...rates, pnl: FILES.pnl });
    const [head, first, second, third] = FILES.pnl.split('\n');
    expect(await hashOf({ ...rates, pnl: [head, third, second, first, ''].join('\n') })).toBe(withPnl);
    const otherAmount = await hashOf({ ...rates, pnl: FILES.pnl.replace('-10', '-11') });
    expect(new Set([plain, withPnl, otherAmount]).size).toBe(3);
    const own = POSITIONS.replaceAll('EUR,,', 'EUR,1.08,');
    const { portfolioId } = await importFiles({}, own);
    const { positions, contentHash } = await loadPortfolio(database.db, risk.actor.firmId, portfolioId);
    expect(contentHash).toBe(portfolioHash(positions));
  });
});

describe('an import with a bad further file', () => {
  it('keeps nothing, and says where it is wrong', async () => {
    const { outcome, portfolioId } = await importFiles({ rates: 'currency,rate\nEUR,0\n', constituents: 'index,component\nNine Names,\n' });
    expect(outcome.outcome).toBe('refused');
    expect(outcome.evidence.map(({ kind, problems }) => [kind, problems.map(({ line, column, code }) => [line, column, code])])).toEqual([
      ['constituents', [[2, 'component', 'missing-value']]],
      ['rates', [[2, 'rate', 'not-positive']]],
    ]);
    expect(await database.db.portfolio.count({ where: { id: portfolioId } })).toBe(0);
    expect(await database.db.portfolioEvidence.count({ where: { portfolioId } })).toBe(0);
    expect(await database.db.portfolioPosition.count({ where: { portfolioId } })).toBe(0);
  });

  it('says nothing of unknown positions while positions could not be read', async () => {
    const { outcome } = await importFiles({ pnl: FILES.pnl }, POSITIONS.replace('interest_rate_swap,USD-SOFR', 'no_such_product,USD-SOFR'));
    expect(outcome.outcome).toBe('refused');
    expect(outcome.evidence[0]?.counts).toEqual([]);
  });
});

describe('who may', () => {
  it('name files of their own firm only, one of a kind, and no second CRIF', async () => {
    const [main, rates] = [await upload(POSITIONS, 'positions.csv'), await upload(FILES.rates, 'rates.csv')];
    const input = { fileId: main.id, name: 'June', asOf: '2026-06-30', calculationCurrency: 'USD', format: 'positions' } as const;
    const theirs = await uploadPortfolioFile(stranger, { name: 'a.csv', mediaType: '', source: pieces(FILES.rates), maxBytes: 1_000_000 });
    await expect(startImport(risk, { ...input, evidence: [{ kind: 'rates', fileId: theirs.id }] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      startImport(risk, { ...input, format: 'crif', evidence: [{ kind: 'sensitivities', fileId: rates.id }] }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const twice = { kind: 'rates', fileId: rates.id } as const;
    await expect(startImport(risk, { ...input, evidence: [twice, twice] })).rejects.toThrow();
  });

  it('read them: not another firm', async () => {
    const { portfolioId } = await importFiles({ rates: FILES.rates });
    await expect(getPortfolio(stranger, { portfolioId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
