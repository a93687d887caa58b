import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { syntheticCalibration } from '../../../support/synthetic-calibration';
import { syntheticPackJson } from '../../../support/synthetic-simm-pack';

const ROOT = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'marginalia-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function marginalia(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(ROOT, 'cli/marginalia.js'), ...words], { cwd: folder }, (_, out, err) => {
      done({ code: child.exitCode ?? 4, out, err });
    });
  });
}

// every risk weight 2, every correlation 0.5
const PACK = file('pack.json', JSON.stringify(syntheticPackJson()));
const BROKEN = file(
  'broken.json',
  JSON.stringify(syntheticPackJson({ 'FX/Correlations/Volatility': '1.2', 'FX/RiskWeights/Vega/1d': null })),
);
const CRIF = file(
  'crif.csv',
  `SensitivityId,PortfolioID,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD,CollectRegulations
a,N1,RatesFX,Risk_IRCurve,USD,1,5y,OIS,1000,USD,1000,CFTC
b,N1,RatesFX,Risk_IRCurve,USD,1,5y,OIS,500,USD,500,"CFTC,SEC"
c,N1,RatesFX,Risk_IRCurve,USD,1,7y,OIS,500,USD,500,SEC
`,
);
const simm = (...words: string[]) => marginalia('margin', '--method', 'simm', '--input', CRIF, '--parameters', PACK, ...words);

describe('the commands margin --method simm and parameters check', { timeout: 120_000 }, () => {
  it('compute a CRIF as one JSON document with the notice', async () => {
    const { code, out, err } = await simm('--json');
    const document = JSON.parse(out);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      method: 'simm',
      parameters: { version: 'invented', horizon: '10d', regulation: 'worst' },
      currency: 'USD',
      total: '3000',
      measures: { delta: '3000', vega: '0', curvature: '0', baseCorr: '0', addOn: '0' },
      complete: false,
      failures: [{ reason: 'INVALID', positionIds: ['c'] }],
    });
    expect(document.notice).toContain('10,515,410');
    expect(err).toContain('10,515,410');
    expect(document.tree).toMatchObject({ level: 'total', amount: '3000' });
  });

  it('compute one regulation, the other horizon, and another currency at its rate', async () => {
    const { out } = await simm('--json', '--regulation', 'SEC', '--horizon', '1', '--currency', 'EUR', '--rate', 'EUR=1.25');
    expect(JSON.parse(out)).toMatchObject({ total: '800', currency: 'EUR', parameters: { horizon: '1d', regulation: 'SEC' } });
  });

  it('answer a line for each selection', async () => {
    const batch = file(
      'batch.jsonl',
      '{"id":1,"select":["a"]}\n{"id":2,"select":["a","b"],"regulation":"SEC","horizon":1}\n{"id":3,"select":["z"]}\n{"id":4,"select":["a","a"]}\nno\n',
    );
    const { out } = await simm('--batch', batch, '--json');
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, total: '2000', measures: { delta: '2000' } },
      { id: 2, total: '1000' },
      { id: 3, error: 'The input has no row z.' },
      { id: 4, total: '4000' },
      { id: null, error: expect.stringContaining('JSON object') },
    ]);
  });

  it('refuse to compute without a complete pack', async () => {
    const without = await marginalia('margin', '--method', 'simm', '--input', CRIF);
    expect(without).toMatchObject({ code: 3, err: expect.stringContaining('--parameters') });
    const broken = await marginalia('margin', '--method', 'simm', '--input', CRIF, '--parameters', BROKEN);
    expect(broken).toMatchObject({ code: 3, err: expect.stringContaining('FX/RiskWeights/Vega/1d is missing') });
  });

  it('say whether a pack is complete', async () => {
    expect(await marginalia('parameters', 'check', PACK)).toMatchObject({
      code: 0,
      out: expect.stringContaining('is complete: version invented'),
    });
    const { code, out } = await marginalia('parameters', 'check', BROKEN, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ complete: false, problems: expect.arrayContaining([expect.stringContaining('is 1.2')]) });
    expect(await marginalia('parameters', 'check', CRIF)).toMatchObject({ code: 3 });
  });

  it('take the pack from ORE’s XML too, and say what is wrong with it', async () => {
    const xml = file('calibration.xml', syntheticCalibration());
    const { out } = await marginalia('margin', '--method', 'simm', '--input', CRIF, '--parameters', xml, '--json');
    expect(JSON.parse(out)).toMatchObject({ total: '3000', parameters: { version: 'invented', effective: '2030-01-31' } });
    const broken = file('broken.xml', syntheticCalibration({ 'FX/Correlations/Volatility': '1.2' }));
    const check = await marginalia('parameters', 'check', broken);
    expect(check.code).toBe(1);
    expect(check.out).toContain('FX/Correlations/Volatility is 1.2: a correlation lies between -1 and 1.');
  });

  it('take rates from a file, over which --rate wins, and name every bad row of it', async () => {
    const crif = file(
      'euro.csv',
      'TradeID,PortfolioID,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency\na,N1,RatesFX,Risk_IRCurve,USD,1,5y,OIS,1000,EUR\n',
    );
    const words = ['margin', '--method', 'simm', '--input', crif, '--parameters', PACK, '--json'];
    const rates = file('rates.csv', 'currency,rate\nUSD,0.8\n');
    const total = async (...more: string[]) => JSON.parse((await marginalia(...words, ...more)).out).total;
    expect(await total('--rates', rates, '--rates-base', 'EUR')).toBe('2500');
    expect(await total('--rates', rates, '--rates-base', 'EUR', '--rate', 'EUR=2')).toBe('4000');
    const bad = await marginalia(...words, '--rates', file('bad.csv', 'currency,rate\nEUR,none\nGB,1\n'));
    expect(bad.code).toBe(3);
    expect(bad.err).toMatch(/bad\.csv:2 \[rate\] "none"/);
    expect(bad.err).toMatch(/bad\.csv:3 \[currency\] "GB"/);
  });
});
