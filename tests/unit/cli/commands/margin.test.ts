import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUILT_IN_FRAMEWORKS } from '@/lib/margin/frameworks/frameworks';

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

const POSITIONS = file(
  'positions.csv',
  `position_id,counterparty,account,netting_agreement,product,underlier,underlier_type,reference_entity,direction,notional,currency,market_value,maturity,spread_bp,duration
c1,Alder,A1,M1,cds_single_name,,single_name,Acme,long,10000000,USD,200000,2031-03-20,150,
c2,Alder,A1,M1,cds_single_name,,single_name,Acme,short,15000000,USD,-250000,2031-03-20,150,
e1,Alder,A1,M1,equity_swap,XYZ,single_name,,long,3000000,USD,4000,2027-06-20,,
r1,Alder,A1,M1,interest_rate_swap,,rate,,long,50000000,USD,-400000,2034-06-20,,7
`,
);
const CRIF = file(
  'crif.csv',
  `TradeID,PortfolioID,ValuationDate,EndDate,IMModel,ProductClass,RiskType,Amount,AmountCurrency,AmountUSD
t1,N1,2026-06-30,2027-06-30,Schedule,FX,Notional,1000000,USD,1000000
t1,N1,2026-06-30,2027-06-30,Schedule,FX,PV,900,USD,900
t2,N1,2026-06-30,2027-06-30,Schedule,FX,Notional,1000000,USD,1000000
t2,N1,2026-06-30,2027-06-30,Schedule,FX,PV,-300,USD,-300
`,
);

describe('the commands margin, impact and frameworks', { timeout: 120_000 }, () => {
  it('margin by the schedule, of positions, as one JSON document', async () => {
    const { code, out } = await marginalia('margin', '--method', 'schedule', '--input', POSITIONS, '--as-of', '2026-06-30', '--json');
    const document = JSON.parse(out);
    expect(code).toBe(0);
    // G: credit 5 % of 25m, equity 15 % of 3m, rates 4 % of 50m = 3,700,000; the net replacement cost is negative: 40 %
    expect(document).toMatchObject({
      method: 'schedule',
      parameters: { bandEdge: 'lower' },
      currency: 'USD',
      side: 'collect',
      total: '1480000',
      complete: true,
    });
    expect(document.tree).toMatchObject({ level: 'total', amount: '1480000' });
  });

  it('margin by the haircuts names what it has no rule for', async () => {
    const { code, out } = await marginalia(
      'margin',
      '--method',
      'securities-haircut',
      '--input',
      POSITIONS,
      '--as-of',
      '2026-06-30',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ total: '800000', complete: false, failures: [{ reason: 'NO_RULE', positionIds: ['r1'] }] });
  });

  it('margin of a CRIF on both sides, its valuation date taken from the file', async () => {
    const collect = await marginalia('margin', '--method', 'schedule', '--input', CRIF, '--json');
    const post = await marginalia('margin', '--method', 'schedule', '--input', CRIF, '--side', 'post', '--json');
    expect([collect, post].map(({ out }) => JSON.parse(out).total)).toEqual(['96000', '48000']);
  });

  it('margin --batch answers line by line, and a bad line stops none', async () => {
    const batch = file(
      'batch.jsonl',
      '{"id":1,"select":["t1"]}\n{"id":2,"select":["t1","t2"],"side":"post"}\n{"id":3,"select":["none"]}\nnot json\n',
    );
    const { code, out } = await marginalia('margin', '--method', 'schedule', '--input', CRIF, '--batch', batch, '--json');
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, 2)).toEqual([
      { id: 1, total: '60000' },
      { id: 2, total: '48000' },
    ]);
    expect(lines.slice(2).map(({ error }) => typeof error)).toEqual(['string', 'string']);
  });

  it('impact compares built-in frameworks and files', async () => {
    const shown = await marginalia('frameworks', 'show', 'sec-account');
    const own = file('own.json', shown.out.replace('"id": "sec-account"', '"id": "own"'));
    const words = [
      '--positions',
      POSITIONS,
      '--baseline',
      'separate-regimes',
      '--alternative',
      'cftc-account',
      own,
      '--as-of',
      '2026-06-30',
      '--json',
    ];
    const { code, out } = await marginalia('impact', ...words);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report.impacts.map((impact: { alternative: string; saving: string }) => `${impact.alternative} ${impact.saving}`)).toEqual([
      'cftc-account 1320000',
      'own 0',
    ]);
    expect(report.inputsHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('frameworks lists the built-in ones', async () => {
    const { out } = await marginalia('frameworks', 'list', '--json');
    expect(JSON.parse(out).frameworks.map(({ id }: { id: string }) => id)).toEqual(BUILT_IN_FRAMEWORKS.map(({ id }) => id));
  });

  it.each([
    ['an unknown method', 2, ['margin', '--method', 'magic', '--input', POSITIONS]],
    ['no input', 2, ['margin', '--method', 'schedule']],
    ['a file that is not there', 3, ['margin', '--method', 'schedule', '--input', 'absent.csv']],
    [
      'a file with a bad row',
      3,
      [
        'margin',
        '--method',
        'schedule',
        '--input',
        file('bad.csv', 'position_id,product,direction,currency,notional\nx,fx_forward,long,USD,1e400\n'),
      ],
    ],
    ['a date that does not exist', 3, ['margin', '--method', 'schedule', '--input', POSITIONS, '--as-of', '2026-02-30']],
    ['a setting that the method has not', 3, ['margin', '--method', 'schedule', '--input', POSITIONS, '--set', 'speed=fast']],
    ['haircuts of a CRIF', 3, ['margin', '--method', 'securities-haircut', '--input', CRIF]],
    ['an unknown framework', 3, ['impact', '--positions', POSITIONS, '--alternative', 'narnia']],
    ['a framework against itself', 3, ['impact', '--positions', POSITIONS, '--alternative', 'separate-regimes']],
    ['no portfolio', 3, ['impact', '--alternative', 'cftc-account']],
  ])('%s ends with code %i and a sentence', async (_, expected, words) => {
    const { code, out, err } = await marginalia(...words);
    expect(code).toBe(expected);
    expect(out).toBe('');
    expect(err.trim()).not.toBe('');
    expect(err).not.toMatch(/\n\s+at /);
  });
});
