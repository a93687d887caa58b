import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { text } from '@/lib/workbook/cells';
import type { Cell, Sheet } from '@/lib/workbook/workbook';
import { cellName } from '@/lib/workbook/write/sheet-xml';
import { writeWorkbook } from '@/lib/workbook/write/write-workbook';

const sheet = (cells: readonly Cell[], name = 'One'): Sheet => ({ name, widths: [10], frozenRows: 1, rows: [cells] });
const xmlOf = (cells: readonly Cell[]) =>
  strFromU8(unzipSync(writeWorkbook({ title: 'T', sheets: [sheet(cells)] }))['xl/worksheets/sheet1.xml'] as Uint8Array);

describe('a workbook', () => {
  it('has the same bytes whenever it is written', () => {
    const workbook = { title: 'T', sheets: [sheet([text('a'), { kind: 'number', value: '1.5', look: 'money' }])] };
    expect(writeWorkbook(workbook)).toEqual(writeWorkbook(workbook));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=cmd|x', '=HYPERLINK("http://x")'])('keeps %j as words', (words) => {
    const xml = xmlOf([text(words)]);
    expect(xml).toContain('t="inlineStr"');
    expect(xml).not.toContain('<f>');
    const styles = strFromU8(unzipSync(writeWorkbook({ title: 'T', sheets: [sheet([text(words)])] }))['xl/styles.xml'] as Uint8Array);
    const style = Number(/ s="(\d+)"/.exec(xml)?.[1]);
    const quoted = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf [^>]*>/g)][style]?.[0] ?? '';
    expect(quoted).toContain('quotePrefix="1"');
  });

  it.each([
    ['<&">', '&lt;&amp;&quot;&gt;'],
    ['a\u0000\u200bb', 'ab'],
    ['\ud800', '\ufffd'],
    ['_x003D_1', '_x005F_x003D_1'],
  ])('writes %j as %j', (words, written) => {
    expect(xmlOf([text(words)])).toContain(`<t xml:space="preserve">${written}</t>`);
  });

  it.each(['68749999.50000000000000012345', '-0.1', '100000000000000000000000000000'])('keeps every digit of %s', (value) => {
    expect(xmlOf([{ kind: 'number', value, look: 'money' }])).toContain(`<v>${value}</v>`);
  });

  it.each(['', '1e5', 'abc', 'NaN', '=1'])('refuses %j as a number', (value) => {
    expect(() => xmlOf([{ kind: 'number', value, look: 'plain' }])).toThrow(RangeError);
  });

  it.each([
    ['a/b', 'cannot be the name'],
    ['x'.repeat(32), 'cannot be the name'],
    ['', 'cannot be the name'],
  ])('refuses a sheet called %j', (name, says) => {
    expect(() => writeWorkbook({ title: 'T', sheets: [sheet([], name)] })).toThrow(says);
  });

  it('refuses two sheets of one name', () => {
    expect(() => writeWorkbook({ title: 'T', sheets: [sheet([], 'A'), sheet([], 'a')] })).toThrow('one name');
  });

  it.each([
    [0, 0, 'A1'],
    [6, 25, 'Z7'],
    [0, 26, 'AA1'],
    [9, 701, 'ZZ10'],
    [0, 702, 'AAA1'],
  ])('names the cell of row %i and column %i %s', (row, column, name) => {
    expect(cellName({ row, column })).toBe(name);
  });
});
