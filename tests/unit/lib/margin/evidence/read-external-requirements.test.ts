import { describe, expect, it } from 'vitest';
import { readExternalRequirements } from '@/lib/margin/evidence/read-external-requirements';
import { bytesOf } from '@/tests/support/bytes-of';

const HEADER = 'counterparty,netting_agreement,account,cleared_by,regime,amount,currency,source\n';
const ROW = ',,A1,CME,futures,1234.50,USD,Statement of 30 June 2026\n';
const read = (rows: string, header = HEADER) => readExternalRequirements(bytesOf(header + rows));

describe('a file of external requirements', () => {
  it('is read row by row; a part that is empty is not compared', async () => {
    const { external, problems } = await read(ROW);
    expect(problems).toEqual([]);
    expect(external).toHaveLength(1);
    expect(external[0]).toMatchObject({
      counterparty: null,
      nettingAgreement: null,
      account: 'A1',
      clearedBy: 'CME',
      regime: 'futures',
      currency: 'USD',
      source: 'Statement of 30 June 2026',
      line: 2,
    });
    expect(external[0]?.amount.toString()).toBe('1234.5');
  });

  it('may have its columns in any order, without those that no row needs, and regimes with blanks', async () => {
    const { external, problems } = await read('Letter;10;USD;X;Cleared Swaps\n', 'source;amount;currency;account;Regime\n');
    expect(problems).toEqual([]);
    expect(external[0]?.regime).toBe('cleared-swaps');
  });

  it.each([
    ['an amount that is missing', ',,A1,CME,futures,,USD,S\n', 'missing-value', 'amount'],
    ['an amount that is none', ',,A1,CME,futures,1e6,USD,S\n', 'not-a-number', 'amount'],
    ['a negative amount', ',,A1,CME,futures,-1,USD,S\n', 'negative', 'amount'],
    ['a regime that is none', ',,A1,CME,SPAN,1,USD,S\n', 'unknown-regime', 'regime'],
    ['a regime that nobody determined', ',,A1,CME,undetermined,1,USD,S\n', 'unknown-regime', 'regime'],
    ['a currency that is none', ',,A1,CME,futures,1,$,S\n', 'not-a-currency', 'currency'],
    ['no source', ',,A1,CME,futures,1,USD,\n', 'missing-value', 'source'],
    ['no netting set', ',,,,futures,1,USD,S\n', 'missing-value', 'counterparty'],
    ['a row that is cut off', ',,A1,CME,futures,1\n', 'cell-count', 'currency'],
  ])('refuses %s by line and column', async (_, rows, code, column) => {
    const { problems } = await read(ROW + rows);
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', code, line: 3, column })]);
  });

  it('refuses the same row twice, and takes two amounts for one set', async () => {
    const { problems } = await read(ROW + ROW);
    expect(problems).toEqual([expect.objectContaining({ code: 'duplicate-row', line: 3 })]);
    const two = await read(`${ROW},,A1,CME,futures,10,USD,Add-on\n`);
    expect(two.problems).toEqual([]);
    expect(two.external).toHaveLength(2);
  });

  it('has a hash of what it says, in any order of rows', async () => {
    const other = ',,A2,CME,futures,10,USD,S\n';
    const first = await read(ROW + other);
    expect((await read(other + ROW.replace('1234.50', '1234.5'))).contentHash).toBe(first.contentHash);
    expect((await read(ROW)).contentHash).not.toBe(first.contentHash);
  });

  it('is refused without a header that is known', async () => {
    const { problems } = await read('1,2,3\n', '');
    expect(problems[0]).toMatchObject({ severity: 'error', code: 'no-header' });
  });
});
