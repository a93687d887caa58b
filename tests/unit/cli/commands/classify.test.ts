import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

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
  `position_id,product,direction,currency,notional,underlier,market_value
e1,equity_index_swap,long,USD,1000000,Small 3,0
e2,equity_index_swap,long,USD,1000000,Unknown,0
`,
);
const CONSTITUENTS = file('constituents.csv', 'index,component,weight_percent\nSmall 3,Alder,40\nSmall 3,Birch,30\nSmall 3,Cedar,30\n');

describe('the command classify', { timeout: 120_000 }, () => {
  it('prints one JSON document with the test and the paragraph of each position', async () => {
    const { code, out } = await marginalia('classify', '--positions', POSITIONS, '--constituents', CONSTITUENTS, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      positions: [
        { positionId: 'e1', regime: 'sec-non-cleared-sbs', test: 'narrow-based-nine', citation: 'CEA 1a(35)(A)(i)' },
        { positionId: 'e2', regime: 'undetermined', agency: 'none' },
      ],
      counts: [
        { regime: 'sec-non-cleared-sbs', positions: 1 },
        { regime: 'undetermined', positions: 1 },
      ],
    });
  });

  it('ends with 3 and every problem on standard error when the file is bad, and with 2 without a file', async () => {
    const bad = file('bad.csv', 'position_id,product,direction,currency,notional,maturity\n=cmd,cdx,up,USD,1e400,2031-02-30\n');
    const { code, out, err } = await marginalia('classify', '--positions', bad, '--json');
    expect([code, out]).toEqual([3, '']);
    for (const column of ['position_id', 'product', 'direction', 'notional', 'maturity']) expect(err).toContain(`:2 [${column}]`);
    expect((await marginalia('classify')).code).toBe(2);
  });
});
