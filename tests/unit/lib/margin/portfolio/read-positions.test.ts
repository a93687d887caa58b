import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_LIMITS } from '@/lib/margin/portfolio/file-limits';
import { POSITION_COLUMNS } from '@/lib/margin/portfolio/position-columns';
import { problemsOf, readText } from '@/tests/support/positions-csv';

const HEADER = 'position_id,product,direction,currency,notional,maturity,spread_bp,reference_entity,market_value';
const GOOD = 'A1,cds_single_name,short,USD,10000000,2031-06-20,120,Alder Rail,-52000.25';
const file = (...rows: string[]) => `${[HEADER, GOOD, ...rows].join('\n')}\n`;
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('reading a positions file', () => {
  it('reads each column into its field with exact decimals', async () => {
    const { positions, problems } = await readText(file());
    expect(problems).toEqual([]);
    expect(positions).toHaveLength(1);
    const [first] = positions;
    expect(first).toMatchObject({
      positionId: 'A1',
      product: 'cds_single_name',
      direction: 'short',
      currency: 'USD',
      maturity: '2031-06-20',
      referenceEntity: 'Alder Rail',
      line: 2,
    });
    expect(first?.notional?.toString()).toBe('10000000');
    expect(first?.marketValue?.toString()).toBe('-52000.25');
    expect(first?.sector).toBeNull();
  });

  it('reads the later columns where the file has them, and leaves out what a row lacks', async () => {
    const header =
      'position_id,product,direction,currency,market_value,underlier,underlier_class,product_group,underlier_price,market,redemption_date';
    const rows = ['E1,equity,long,USD,100,SPY,High-Cap Index,G1,512.25,three makers,2026-08-01', 'E2,equity,long,USD,100,XYZ,,,,,'];
    const { positions, problems } = await readText(`${[header, ...rows].join('\n')}\n`);
    expect(problems).toEqual([]);
    const [first, second] = positions;
    expect(first).toMatchObject({
      underlierClass: 'high_cap_index',
      productGroup: 'G1',
      market: 'three_makers',
      redemptionDate: '2026-08-01',
    });
    expect(first?.underlierPrice?.toString()).toBe('512.25');
    expect(['underlierClass', 'productGroup', 'underlierPrice', 'market'].filter((name) => second && name in second)).toEqual([]);
  });

  it.each([
    ['underlier_class', 'big', 'unknown-underlier-class'],
    ['market', 'none', 'unknown-market'],
    ['credit_risk', 'high', 'unknown-credit-risk'],
    ['fund_assets', 'gold', 'unknown-kind-of-fund-assets'],
    ['underlier_price', '0', 'not-positive'],
    ['exchange_ratio', '0', 'not-positive'],
    ['dividend_yield', '-0.01', 'negative'],
    ['interest_rate', '4%', 'not-a-number'],
    ['redemption_date', '2026-02-30', 'no-such-date'],
  ])('refuses in %s the value %s', async (column, value, code) => {
    const text = `position_id,product,direction,currency,market_value,underlier,${column}\nE1,equity,long,USD,100,XYZ,${value}\n`;
    expect(await problemsOf(text)).toEqual([`error 2 ${column} ${code}`]);
  });

  it.each([
    ['semicolons', file().replaceAll(',', ';')],
    ['tabs', file().replaceAll(',', '\t')],
    ['a byte order mark', `\uFEFF${file()}`],
    ['CRLF', file().replaceAll('\n', '\r\n')],
    ['no newline at the end', file().trimEnd()],
    ['other spellings of the headers', file().replace('position_id', 'Position ID').replace('spread_bp', 'SPREAD-BP')],
    ['blank lines and rows of empty cells', `${file()}\n,,,,,,,,\n\n`],
    ['padding cells behind the row', file().replace('-52000.25', '-52000.25,,')],
  ])('reads the same with %s', async (_name, text) => {
    const { positions, problems } = await readText(text);
    expect(problems).toEqual([]);
    expect(positions.map(({ positionId, marketValue }) => [positionId, marketValue?.toString()])).toEqual([['A1', '-52000.25']]);
  });

  it('keeps the lines right after a newline inside quotation marks and joins it to one blank', async () => {
    const { positions, problems } = await readText(
      file('A2,cds_single_name,long,USD,1,2031-06-20,90,"Birch ""North""\nHoldings",0', 'A3,cds_index,up,USD,1,2031-06-20,90,,0'),
    );
    expect(positions[1]).toMatchObject({ referenceEntity: 'Birch "North" Holdings', line: 3 });
    expect(problems.find(({ code }) => code === 'unknown-direction')).toMatchObject({ line: 5, column: 'direction', value: 'up' });
  });

  it.each<[string, string | Uint8Array, string[]]>([
    ['an empty file', '', ['error - - empty-file']],
    ['white space only', ' \n\n', ['error - - empty-file']],
    ['a header without rows', `${HEADER}\n`, ['error - - no-rows']],
    ['an Excel workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), ['error - - binary-file']],
    ['zero bytes further on', new TextEncoder().encode(`${file()}\0\0`), ['error - - binary-file']],
    ['UTF-16', utf16(file()), ['error - - encoding']],
    ['UTF-16 without a byte order mark', utf16(file()).subarray(2), ['error - - encoding']],
    [
      'bytes that are no UTF-8',
      new Uint8Array([
        ...new TextEncoder().encode(`${HEADER}\nA1,cds_single_name,short,USD,1,2031-06-20,1,M`),
        0xfc,
        ...new TextEncoder().encode('ller,0\n'),
      ]),
      ['error 2 reference_entity encoding'],
    ],
    ['a delimiter that is not read', file().replaceAll(',', '|'), ['error 1 1 no-header']],
    ['a bare carriage return as line end', file().replaceAll('\n', '\r'), ['error 1 1 line-ends']],
    [
      'a file cut off in quotation marks',
      file('A2,cds_single_name,long,USD,1,2031-06-20,90,"Birch'),
      ['error 3 reference_entity unterminated-quote'],
    ],
    ['a file cut off in a row', file('A2,cds_single_name,long'), ['error 3 currency cell-count']],
    ['a row with too many cells', file(`${GOOD.replace('A1', 'A2')},7`), ['error 3 10 cell-count']],
    [
      'a quotation mark inside a cell',
      file('A2,cds_single_name,long,USD,1,2031-06-20,90,Birch "N" Co,0'),
      ['error 3 reference_entity stray-quote'],
    ],
    ['a missing required column', file().replace('direction', 'side'), ['warning 1 3 unknown-column', 'error 1 direction missing-column']],
    ['a repeated column', file().replace('spread_bp', 'notional'), ['error 1 notional repeated-column']],
  ])('reports %s', async (_name, content, expected) => {
    expect(await problemsOf(content)).toEqual(expected);
  });

  it('refuses 1,000 columns by their number', async () => {
    const wide = Array.from({ length: 1000 }, (_, index) => `c${index}`).join(',');
    expect(await problemsOf(`${wide}\n${wide}\n`)).toEqual([`error 1 ${FILE_LIMITS.maxColumns + 1} too-many-columns`]);
  });

  it.each([
    ['notional', '1e400', 'not-a-number', 'Exponents'],
    ['notional', 'NaN', 'not-a-number', 'leave the cell empty'],
    ['notional', 'Infinity', 'not-a-number', 'leave the cell empty'],
    ['notional', '"200,000.00"', 'not-a-number', 'Thousands'],
    ['notional', '200 000', 'not-a-number', 'Thousands'],
    ['notional', '"1234,56"', 'not-a-number', 'decimal comma'],
    ['notional', '(100)', 'not-a-number', 'minus sign'],
    ['notional', '9'.repeat(61), 'not-a-number', '60 characters'],
    ['notional', '-10000000', 'negative', 'direction'],
    ['spread_bp', '5%', 'not-a-number', 'percent'],
    ['spread_bp', '-1', 'negative', 'never negative'],
    ['maturity', '2031-02-30', 'no-such-date', 'does not exist'],
    ['maturity', '20/06/2031', 'not-a-date', 'yyyy-mm-dd'],
    ['maturity', '2026-06-29', 'matured', 'matured'],
    ['product', 'cdx', 'unknown-product', 'one of'],
    ['direction', 'buy', 'unknown-direction', 'long, short'],
    ['currency', 'Dollar', 'not-a-currency', 'three capital letters'],
    ['currency', '', 'missing-value', 'Every row needs'],
    ['reference_entity', "=cmd|' /C calc'!A0", 'formula-cell', 'formula'],
    ['reference_entity', '+1 Holdings', 'formula-cell', 'formula'],
    ['reference_entity', '-1 Holdings', 'formula-cell', 'formula'],
    ['reference_entity', '@SUM(A1)', 'formula-cell', 'formula'],
    ['reference_entity', 'a\u0007b', 'control-character', 'control'],
    ['spread_bp', '', 'missing-value', 'cds_single_name needs spread_bp'],
  ])('reports %s %s with line, column, value and what is expected', async (column, cell, code, words) => {
    const names = HEADER.split(',');
    const cells = GOOD.replace('A1', 'A2').split(',');
    cells[names.indexOf(column)] = cell;
    const { problems } = await readText(file(cells.join(','), GOOD.replace('A1', 'A3')));
    const problem = problems.find((one) => one.code === code);
    expect(problem).toMatchObject({ severity: 'error', line: 3, column });
    expect(problem?.message).toContain(words);
    if (cell !== '') expect(problem?.value).toBe(cell.replace(/^"(.*)"$/, '$1').slice(0, 80));
    expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  it('takes a negative number where a number may be negative', async () => {
    expect(await problemsOf(file('A2,cds_single_name,long,USD,1,2031-06-20,90,Birch,-0.01'))).toEqual([]);
  });

  it('names the line on which a repeated identifier stood first', async () => {
    const { problems, positions } = await readText(file(GOOD, GOOD.replace('A1', 'A4'), GOOD));
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 duplicate-id', '5 duplicate-id']);
    expect(problems[1]?.message).toContain('line 2');
    expect(positions.map(({ positionId }) => positionId)).toEqual(['A1', 'A4']);
  });

  it('wants a rate for an amount in another currency and none but 1 for the same', async () => {
    const rows =
      'position_id,product,direction,currency,fx_rate,notional,maturity\nA,interest_rate_swap,long,EUR,,1,2030-01-01\nB,interest_rate_swap,long,USD,1.1,1,2030-01-01\nC,interest_rate_swap,long,EUR,1.08,1,2030-01-01\nD,interest_rate_swap,long,EUR,0,1,2030-01-01\n';
    expect(await problemsOf(rows)).toEqual(['error 2 fx_rate missing-value', 'error 3 fx_rate wrong-rate', 'error 5 fx_rate not-positive']);
  });

  it('reports every problem of every row, not the first only', async () => {
    expect(await problemsOf(file('A2,cdx,up,usd,x,2031-13-01,,=a,', 'A3,cdx,long,USD,1,2031-06-20,1,B,0'))).toEqual([
      'error 3 product unknown-product',
      'error 3 direction unknown-direction',
      'error 3 currency not-a-currency',
      'error 3 notional not-a-number',
      'error 3 maturity no-such-date',
      'error 3 reference_entity formula-cell',
      'error 4 product unknown-product',
    ]);
  });

  it('leaves out the named rows, says which, and refuses a line on which no row starts', async () => {
    const text = file('A2,cdx,long,USD,1,2031-06-20,1,B,0', 'A3,cds_single_name,long');
    const { positions, problems, leftOut } = await readText(text, { leaveOut: new Set([3, 4]) });
    expect(problems).toEqual([]);
    expect(positions.map(({ positionId }) => positionId)).toEqual(['A1']);
    expect(leftOut).toEqual([
      { line: 3, id: 'A2' },
      { line: 4, id: 'A3' },
    ]);
    expect(await problemsOf(text, { leaveOut: new Set([3, 4, 9]) })).toEqual(['error 9 - no-row-to-leave-out']);
  });

  it('stops at the limits of rows, size and cells', async () => {
    const limits = { ...FILE_LIMITS, maxRows: 2, maxBytes: 400, maxCellLength: 40 };
    expect(await problemsOf(file(GOOD.replace('A1', 'A2'), GOOD.replace('A1', 'A3')), { limits })).toEqual(['error - - too-many-rows']);
    expect(await problemsOf(file(...Array.from({ length: 9 }, (_, index) => GOOD.replace('A1', `B${index}`))), { limits })).toEqual([
      'error - - too-large',
    ]);
    expect(await problemsOf(file(`A2,${'x'.repeat(41)},long,USD,1,2031-06-20,90,B,0`), { limits })).toEqual([
      'error 3 product cell-too-long',
    ]);
  });

  it('gives the same result in whatever pieces the bytes come', async () => {
    const text = file(
      'A2,cds_single_name,long,USD,1,2031-06-20,90,"Bürch ""N""\r\n, Co",0',
      'A3,cdx,long,USD,1,2031-06-20,90,"x",0',
    ).replaceAll('\n', '\r\n');
    const whole = await readText(text);
    for (const size of [1, 2, 3, 7, 50]) expect(await readText(text, {}, size)).toEqual(whole);
  });

  it('never throws, whatever the bytes are', async () => {
    const noise = fc.uint8Array({ maxLength: 400 });
    const nearly = fc
      .array(
        fc.constantFrom(...POSITION_COLUMNS.map(({ name }) => name), ',', ';', '\t', '"', '\n', '\r', '=', '1e400', 'USD', 'é', '\uFEFF'),
        { maxLength: 80 },
      )
      .map((parts) => new TextEncoder().encode(parts.join('')));
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, nearly), fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        const { problems, positions } = await readText(bytes, {}, size);
        expect(problems.length + positions.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
