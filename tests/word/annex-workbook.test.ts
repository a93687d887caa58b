import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { annexWorkbook } from '@/lib/workbook/annex/annex-workbook';
import { writeWorkbook } from '@/lib/workbook/write/write-workbook';
import { annexInput } from '@/tests/support/annex-input';
import { sheetCells } from '@/tests/support/office';

/** The same workbook without what formulas came to, so that whoever opens it has to compute them. */
function withoutResults(xlsx: Uint8Array): Uint8Array {
  const parts = unzipSync(xlsx);
  for (const [name, part] of Object.entries(parts)) {
    if (name.startsWith('xl/worksheets/')) parts[name] = strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}

/** A percentage comes with its sign. */
const numberOf = (read: string) => (read.endsWith('%') ? Number(read.slice(0, -1)) / 100 : Number(read));

it('is opened and computed by LibreOffice to the values of the run', { timeout: 120_000 }, async () => {
  const workbook = annexWorkbook(annexInput());
  const sheets = await sheetCells(withoutResults(writeWorkbook(workbook)));
  expect([...sheets.keys()].sort()).toEqual(workbook.sheets.map(({ name }) => name).sort());
  let formulas = 0;
  for (const { name, rows } of workbook.sheets) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const read = sheets.get(name)?.[row]?.[column] ?? '';
        if (cell?.kind === 'text' && !cell.text.includes('\n')) expect([name, row, column, read]).toEqual([name, row, column, cell.text]);
        if (cell?.kind !== 'number') continue;
        expect([name, row, column, numberOf(read).toPrecision(12)]).toEqual([name, row, column, Number(cell.value).toPrecision(12)]);
        if (cell.formula) formulas += 1;
      }
    }
  }
  expect(formulas).toBe(4);
});

it('keeps what looks like a formula as words', { timeout: 120_000 }, async () => {
  const words = ['=1+1', '+1+1', '-1-1', '@SUM(A1)', '_x003D_1+1', "'=1"];
  const rows = words.map((each) => [{ kind: 'text', text: each } as const]);
  const bytes = writeWorkbook({ title: 'T', sheets: [{ name: 'Words', widths: [20], frozenRows: 0, rows }] });
  expect(
    (await sheetCells(bytes))
      .get('Words')
      ?.map(([cell]) => cell)
      .slice(0, words.length),
  ).toEqual(words);
});
