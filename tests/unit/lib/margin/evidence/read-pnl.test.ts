import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { PnlAmount } from '@/lib/margin/evidence/pnl-amount';
import { PNL_LIMITS, type ReadPnlOptions } from '@/lib/margin/evidence/pnl-form';
import { readPnl } from '@/lib/margin/evidence/read-pnl';
import { bytesOf } from '@/tests/support/bytes-of';

const read = (text: string, options: Partial<ReadPnlOptions> = {}) => readPnl(bytesOf(text), { currency: 'USD', ...options });
const vectors = async (text: string) => {
  const { pnl } = await read(text);
  return pnl && Object.fromEntries([...pnl.rows].map(([id, row]) => [id, [...row.values]]));
};
/** Code, line, column and value of each problem. */
const places = async (text: string, options: Partial<ReadPnlOptions> = {}) =>
  (await read(text, options)).problems.map(({ severity, code, line, column, value }) => `${severity} ${code} ${line}/${column} ${value}`);

const WIDE = `position_id,currency,2026-01-02,2026-01-05,2026-01-06
A,USD,-10.50,3,0.25
B,EUR,1,-2.125,0
`;

describe('the wide form', () => {
  it('reads a column for each scenario into whole numbers of the smallest unit that the file needs', async () => {
    const { pnl, problems } = await read(WIDE);
    expect(problems).toEqual([]);
    expect(pnl?.scenarios).toEqual(['2026-01-02', '2026-01-05', '2026-01-06']);
    expect(pnl?.dated).toBe(true);
    expect(pnl?.scale).toBe(3);
    expect([...(pnl?.rows.get('A')?.values ?? [])]).toEqual([-10500, 3000, 250]);
    expect(pnl?.rows.get('B')).toEqual({ currency: 'EUR', values: Float64Array.from([1000, -2125, 0]) });
  });

  it('puts days in order of time, wherever their columns stand', async () => {
    const { pnl } = await read('position_id;2026-01-06;2026-01-02\nA;6;2\n');
    expect(pnl?.scenarios).toEqual(['2026-01-02', '2026-01-06']);
    expect([...(pnl?.rows.get('A')?.values ?? [])]).toEqual([2, 6]);
  });

  it('reads the same from cells in quotation marks, which are cut before they are read, and in pieces of any size', async () => {
    const lines = ['x,position_id,currency,y', '1,A,USD,2', ' 3.5 ,B, EUR ,-4', '', ' , , , ', '5,C,,', '6,D', '7,E,GBP,8,,'];
    const quoted = lines.map((line) => (line.trim() === '' ? line : line.replace(/[^,]+/g, '"$&"')));
    const plain = await read(`${lines.join('\r\n')}\r\n`);
    expect([...(plain.pnl?.rows.keys() ?? [])]).toEqual(['A', 'B', 'E']);
    expect(plain.problems.map(({ code, line, column }) => `${code} ${line}/${column}`)).toEqual([
      'missing-amount 6/y',
      'cell-count 7/currency',
    ]);
    for (const text of [quoted.join('\n'), quoted.join('\r\n'), lines.join('\n')]) {
      const other = await read(text);
      expect(other.pnl).toEqual(plain.pnl);
      expect(other.problems).toEqual(plain.problems);
    }
    for (const size of [1, 2, 3, 7]) expect(await readPnl(bytesOf(lines.join('\n'), size), { currency: 'USD' })).toEqual(plain);
  });

  it('refuses a cell that is too long, as any table does', async () => {
    expect(await places(`position_id,a\n${'x'.repeat(5000)},1\nB,2\n`)).toEqual([
      expect.stringMatching(/^error cell-too-long 2\/position_id/),
    ]);
  });

  it('takes names that are no dates in the order of the columns, and the given currency without a column', async () => {
    const { pnl, problems } = await read('position_id,up,Stress 2008\nA,1,-2\n', { currency: 'GBP' });
    expect(problems).toEqual([]);
    expect([pnl?.dated, pnl?.scenarios, pnl?.rows.get('A')?.currency]).toEqual([false, ['up', 'Stress 2008'], 'GBP']);
  });

  it('says so where only some names are dates, or look like dates in another form', async () => {
    expect(await places('position_id,2026-01-02,crash\nA,1,2\n')).toEqual(['warning mixed-scenarios null/crash null']);
    expect(await places('position_id,1/2/2026,1/3/2026\nA,1,2\n')).toEqual(['warning not-a-date null/1/2/2026 1/2/2026']);
  });

  it('names each gap with line and column; the position has no vector, and the rest is used', async () => {
    const text = 'position_id,d1,d2,d3\nA,1,,3\nB,1,2,n/a\nC,"1,000",2,3\nD,1,2,3\n';
    expect(await places(text)).toEqual([
      'warning missing-amount 2/d2 ',
      'warning not-a-number 3/d3 n/a',
      'warning not-a-number 4/d1 1,000',
    ]);
    expect(await vectors(text)).toEqual({ D: [1, 2, 3] });
  });

  it('names five gaps of a position one by one and counts the rest', async () => {
    const found = await places('position_id,a,b,c,d,e,f,g\nA,,,,,,,1\nB,1,1,1,1,1,1,1\n');
    expect(found).toHaveLength(6);
    expect(found[5]).toBe('warning more-gaps 2/null A');
  });

  it.each([
    ['a row that is cut off', 'position_id,a,b\nA,1\nB,1,2\n', 'warning cell-count 2/b null'],
    ['a position twice', 'position_id,a\nA,1\nA,1\nB,2\n', 'warning duplicate-id 3/position_id A'],
    ['a row without a name', 'position_id,a\n,1\nB,2\n', 'warning missing-value 2/position_id '],
    ['a currency that is none', 'position_id,currency,a\nA,dollars,1\nB,USD,2\n', 'warning not-a-currency 2/currency dollars'],
    ['an amount that is too large', 'position_id,a\nA,9007199254740993\nB,2\n', 'warning too-large 2/a 9007199254740993'],
  ])('leaves out %s and uses the rest', async (_, text, problem) => {
    expect(await places(text)).toEqual([problem]);
    expect(Object.keys((await vectors(text)) ?? {})).toEqual(['B']);
  });

  it('names an amount that is too large only beside the decimal places of others', async () => {
    const text = 'position_id,a,b\nA,9000000000000000,1\nB,0.125,2\n';
    expect(await places(text)).toEqual(['warning too-large 2/null A']);
    const own = 'position_id,a,b\nA,9000000000000000,0.5\nB,1,2\n';
    expect(await places(own)).toEqual(['warning too-large 2/b 0.5']);
  });

  it.each([
    ['a scenario twice', 'position_id,a,a\nA,1,2\n', 'error repeated-column 1/a null'],
    ['no scenario', 'position_id,currency\nA,USD\n', 'error no-scenarios 1/null null'],
    ['a day that does not exist', 'position_id,2026-02-30\nA,1\n', 'error scenario-name 1/2026-02-30 null'],
    ['a name that a spreadsheet would run', 'position_id,=1+1\nA,1\n', 'error scenario-name 1/=1+1 null'],
    ['no position that is whole', 'position_id,a\nA,\n', 'error no-vectors null/null null'],
    ['no header', '1,2,3\n4,5,6\n', 'error no-header 1/1 1 2 3'],
    ['nothing', '', 'error empty-file null/null null'],
  ])('refuses a file with %s', async (_, text, problem) => {
    const { pnl } = await read(text);
    expect(pnl).toBeNull();
    expect(await places(text)).toContain(problem);
  });

  it('rounds more than six decimal places half up, and says how many', async () => {
    const { pnl, problems } = await read('position_id,a,b\nA,0.1234565,-0.1234564\nB,1,2\n');
    expect(pnl?.scale).toBe(6);
    expect([...(pnl?.rows.get('A')?.values ?? [])]).toEqual([123457, -123456]);
    expect(problems.map(({ message }) => message)).toEqual(['2 amounts have more than 6 decimal places and were rounded half up to 6.']);
  });

  it('does not use rows of positions that the portfolio does not have', async () => {
    const { pnl } = await read(WIDE, { positions: new Set(['B']) });
    expect([...(pnl?.rows.keys() ?? [])]).toEqual(['B']);
    expect(await places(WIDE, { positions: new Set(['B']) })).toEqual(['warning unknown-position 2/position_id A']);
  });

  it('refuses more amounts than it keeps, with the limit named', async () => {
    const { pnl, problems } = await read(WIDE, { limits: { ...PNL_LIMITS, maxValues: 5 } });
    expect(pnl).toBeNull();
    expect(problems[0]?.message).toContain('more than 5 amounts');
  });
});

describe('the long form', () => {
  const LONG = `position_id,scenario,pnl,currency
A,2026-01-05,3,USD
B,2026-01-02,1,EUR
A,2026-01-02,-10.50,USD
B,2026-01-06,0,EUR
B,2026-01-05,-2.125,EUR
A,2026-01-06,0.25,USD
`;

  it('gives the same vectors and the same hash as the wide form', async () => {
    const [long, wide] = [await read(LONG), await read(WIDE)];
    expect(long.problems).toEqual([]);
    expect(long.pnl).toEqual(wide.pnl);
  });

  it.each([
    ['a scenario that a position lacks', 'A,s1,1\nA,s2,2\nB,s1,1\n', 'warning missing-scenario 4/scenario B'],
    ['a pair twice', 'A,s1,1\nA,s2,2\nB,s1,1\nB,s1,1\nB,s2,2\n', 'warning repeated-pair 5/scenario s1'],
    ['an amount that is none', 'A,s1,1\nA,s2,2\nB,s1,x\nB,s2,2\n', 'warning not-a-number 4/pnl x'],
    ['an amount that is missing', 'A,s1,1\nA,s2,2\nB,s1,\nB,s2,2\n', 'warning missing-amount 4/pnl '],
  ])('names %s by line and uses the rest', async (_, rows, problem) => {
    const text = `position_id,scenario,pnl\n${rows}`;
    expect(await places(text)).toEqual([problem]);
    expect(await vectors(text)).toEqual({ A: [1, 2] });
  });

  it('refuses two currencies of one position', async () => {
    const text = 'position_id,scenario,pnl,currency\nA,s1,1,USD\nA,s2,1,EUR\nB,s1,1,USD\nB,s2,1,USD\n';
    expect(await places(text)).toEqual(['warning two-currencies 3/currency EUR']);
  });

  it('may call its scenarios dates', async () => {
    const { pnl } = await read('position_id,date,pnl\nA,2026-01-05,1\nA,2026-01-02,2\n');
    expect([pnl?.scenarios, [...(pnl?.rows.get('A')?.values ?? [])]]).toEqual([
      ['2026-01-02', '2026-01-05'],
      [2, 1],
    ]);
  });

  it('needs its three columns', async () => {
    expect(await places('position_id,scenario,amount\nA,s1,1\n')).toContain('error missing-column 1/pnl null');
  });

  it('has one position for one identifier, however its blanks are written', async () => {
    expect(await vectors('position_id,scenario,pnl\nA  1,s1,1\nA 1,s2,2\n')).toEqual({ 'A 1': [1, 2] });
  });
});

describe('the hash', () => {
  const rows = ['A,1.50,2', 'B,-3,4.25', 'C,0,0'];
  const file = (lines: readonly string[], header = 'position_id,x,y') => `${header}\n${lines.join('\n')}\n`;

  it('does not depend on the order of rows or on how a decimal is written, and depends on everything else', async () => {
    const hash = async (text: string) => (await read(text)).pnl?.contentHash;
    const first = await hash(file(rows));
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash(file(rows.toReversed()))).toBe(first);
    expect(await hash(file(['A,1.5,2.000', 'B,-3.0,4.25', 'C,-0,0']))).toBe(first);
    expect(await hash(file(['A,2,1.5', 'B,4.25,-3', 'C,0,0'], 'position_id,y,x'))).toBe(first);
    expect(await hash(file(['A,1.51,2', 'B,-3,4.25', 'C,0,0']))).not.toBe(first);
    expect(await hash(file(rows, 'position_id,x,z'))).not.toBe(first);
    expect(await hash(file(['D,1.50,2', 'B,-3,4.25', 'C,0,0']))).not.toBe(first);
  });
});

describe('an amount', () => {
  it('is the decimal that it is written as, of up to fifteen digits', () => {
    const digits = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }), fc.nat(6));
    fc.assert(
      fc.property(digits, ([negative, whole, fraction, places]) => {
        const part = String(fraction).padStart(6, '0').slice(0, places);
        const text = `${negative ? '-' : ''}${whole}${places === 0 ? '' : `.${part}`}`;
        const amount = new PnlAmount();
        expect(amount.read(` ${text} `)).toBeNull();
        const expected = new Decimal(text);
        expect(new Decimal(amount.units).div(new Decimal(10).pow(amount.places)).toString()).toBe(
          expected.abs().isZero() ? '0' : expected.toString(),
        );
        expect(amount.places).toBe(expected.decimalPlaces());
      }),
    );
  });

  it.each([
    ['0.9999999', 1, 0],
    ['1.0000005', 1000001, 6],
    ['-0.0000004', 0, 0],
    ['+.5', 5, 1],
    ['7.', 7, 0],
  ])('%s is %i with %i places', (text, units, places) => {
    const amount = new PnlAmount();
    expect(amount.read(text)).toBeNull();
    expect([Math.abs(amount.units), amount.places]).toEqual([units, places]);
  });

  it.each([
    ['', 'missing-amount', 'There is no amount; a profit and loss of nothing is written 0.'],
    ['-', 'not-a-number', 'This is no number; a profit and loss of nothing is written 0.'],
    ['.', 'not-a-number', 'This is no number; a profit and loss of nothing is written 0.'],
    ['NaN', 'not-a-number', 'This is no number; a profit and loss of nothing is written 0.'],
    ['1e5', 'not-a-number', 'Exponents are not read'],
    ['1.2.3', 'not-a-number', 'A number in plain digits is expected'],
    ['--1', 'not-a-number', 'A number in plain digits is expected'],
    ['(5)', 'not-a-number', 'Parentheses are not read'],
    ['5%', 'not-a-number', 'A percent sign is not read'],
    ['1,5', 'not-a-number', 'A decimal comma is not read'],
  ])('%j is refused as %s: %s', (text, code, message) => {
    expect(new PnlAmount().read(text)).toEqual({ code, message: expect.stringContaining(message) });
  });
});
