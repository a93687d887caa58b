import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { syntheticPackJson } from '@/tests/support/synthetic-simm-pack';

const ROOT = resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'marginalia-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function impact(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const all = [join(ROOT, 'cli/marginalia.js'), 'impact', '--as-of', '2026-06-30', ...words];
    const child = execFile(process.execPath, all, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, out, err) => {
      done({ code: child.exitCode ?? 4, out, err });
    });
  });
}

const POSITIONS = file(
  'positions.csv',
  `position_id,counterparty,account,netting_agreement,product,cleared_by,underlier,underlier_type,direction,notional,quantity,currency,market_value,maturity,duration
r1,Alder,A1,M1,interest_rate_swap,,,rate,long,50000000,,USD,-400000,2034-06-20,7
e1,Alder,A1,M1,equity_swap,,XYZ,single_name,long,3000000,,USD,4000,2027-06-20,
s1,Alder,A1,M1,interest_rate_swap,LCH,,rate,long,10000000,,USD,0,2034-06-20,7
`,
);
const CRIF = file(
  'crif.csv',
  `TradeID,PortfolioID,IMModel,ProductClass,RiskType,Qualifier,Bucket,Label1,Label2,Amount,AmountCurrency,AmountUSD
r1,M1,SIMM,RatesFX,Risk_IRCurve,USD,1,5y,OIS,1000,USD,1000
e1,M1,SIMM,Equity,Risk_Equity,XYZ,5,,,500,USD,500
t9,N9,SIMM,RatesFX,Risk_IRCurve,USD,1,10y,OIS,-250,USD,-250
`,
);
const PNL = file(
  'pnl.csv',
  ['position_id,currency', ...['r1,USD', 'e1,USD', 's1,USD']]
    .map((row, at) =>
      at === 0
        ? `${row},${Array.from({ length: 250 }, (_, i) => new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10)).join(',')}`
        : `${row},${Array.from({ length: 250 }, (_, i) => ((i * 7919 * at) % 2003) - 1001).join(',')}`,
    )
    .join('\n'),
);
const EXTERNAL = file(
  'external.csv',
  'account,cleared_by,regime,amount,currency,source\nA1,LCH,cleared-swaps,777000,USD,statement of 30 June\n',
);
const PACK = file('pack.json', JSON.stringify(syntheticPackJson()));
const LATER = file(
  'later.json',
  JSON.stringify({ ...syntheticPackJson({ 'InterestRate/Correlations/SubCurves': '0.2' }), version: 'later' }),
);

describe('the command impact', { timeout: 180_000 }, () => {
  it('takes sensitivities, profit and loss, charges and packs, and computes every detail that is asked for', async () => {
    const evidence = ['--crif', CRIF, '--pnl', PNL, '--external', EXTERNAL, '--simm-pack', PACK, LATER];
    const words = [
      '--positions',
      POSITIONS,
      ...evidence,
      '--alternative',
      'one-model',
      'one-model-var',
      '--details',
      'all',
      '--funding-rate',
      '0.05',
    ];
    const { code, out, err } = await impact(...words, '--json');
    expect(err).toBe('');
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.portfolio.positions).toBe(4);
    const [today, simm, historical] = report.frameworks;
    expect(today.byLeg.map(({ key, amount }: { key: string; amount: string }) => [key, amount])).toEqual([
      ['cftc-swaps', '2000000'],
      ['sec-security-based-swaps', '450000'],
      ['cleared-swaps-charged', '777000'],
    ]);
    // the trade that only the CRIF has is a position too
    expect(simm.byLeg[0].positions).toBe(3);
    expect(historical.byLeg[0].positions).toBe(2);
    expect(today.adequacy.tested).toBe(3);
    expect(report.impacts[0].funding.rate).toBe('0.05');
    expect(report.offsetMatrices).toHaveLength(4);
    expect(report.sensitivities.map(({ framework, setting }: Record<string, string>) => `${framework} ${setting}`)).toEqual([
      'one-model offset-rate',
      'one-model-var offset-rate',
      'one-model correlation',
      'one-model horizon',
      'one-model pack',
      'one-model-var horizon',
    ]);
    expect(report.classificationWhatIf.rows.map(({ key }: { key: string }) => key)).toContain('equity_swap');
    expect(report.treasuryClearing.stages).toHaveLength(3);
    expect(report.notices[0]).toContain('ISDA');
  });

  it('prints the same for reading', async () => {
    const { code, out } = await impact(
      '--positions',
      POSITIONS,
      '--alternative',
      'cftc-account',
      '--details',
      'offset-matrix,classification',
    );
    expect(code).toBe(0);
    expect(out).toContain('cftc-account: saving');
    expect(out).toContain('what pairs save together, by regime');
    expect(out).toContain('The same exposure as classified');
    expect(out).toContain('MISSING_DATA, 1: The framework margins such a position from an amount that its clearing house charged');
  });

  it('names other inputs by another hash', async () => {
    const hashOf = async (...words: string[]) =>
      JSON.parse((await impact('--positions', POSITIONS, '--alternative', 'cftc-account', '--json', ...words)).out).inputsHash;
    const hashes = [
      await hashOf(),
      await hashOf('--pnl', PNL),
      await hashOf('--external', EXTERNAL),
      await hashOf('--details', 'adequacy'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  it.each([
    ['an unknown detail', ['--details', 'everything']],
    ['a rate that is none', ['--funding-rate', '5 %']],
    ['a number of days that is none', ['--loss-days', 'ten']],
    ['a pack that is none', ['--simm-pack', POSITIONS]],
    ['scan parameters that are none', ['--scan-parameters', PACK]],
    ['charges that are none', ['--external', PNL]],
  ])('%s ends with code 3 and a sentence', async (_, words) => {
    const { code, out, err } = await impact('--positions', POSITIONS, '--alternative', 'cftc-account', ...words);
    expect([code, out]).toEqual([3, '']);
    expect(err.trim()).not.toBe('');
    expect(err).not.toMatch(/\n\s+at /);
  });
});
