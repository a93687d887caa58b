import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { annexWorkbook } from '@/lib/workbook/annex/annex-workbook';
import { isNumber } from '@/lib/workbook/cells';
import type { Sheet, Workbook } from '@/lib/workbook/workbook';
import { writeWorkbook } from '@/lib/workbook/write/write-workbook';
import { annexInput, annexRun } from '@/tests/support/annex-input';

const sheetOf = (workbook: Workbook, name: string) => workbook.sheets.find((sheet) => sheet.name === name) as Sheet;
const wordsOf = (sheet: Sheet) => sheet.rows.map((row) => row.map((cell) => (cell?.kind === 'text' ? cell.text : (cell?.value ?? ''))));

describe('the annex workbook', () => {
  const workbook = annexWorkbook(annexInput());

  it('has a sheet for each thing that a reader checks', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Read me',
      'Inputs',
      'Parameters',
      'Requirement tree',
      'Bridge',
      'Adequacy',
      'Figures',
      'Figure data',
    ]);
  });

  it('says of which letter, version and run it is', () => {
    const words = wordsOf(sheetOf(workbook, 'Read me')).flat();
    for (const said of ['Comment letter', '7', 'd'.repeat(64), 'Cross-margining, run 3', 'a'.repeat(64), 'b'.repeat(64)]) {
      expect(words).toContain(said);
    }
  });

  it('names each figure as it is shown, where, and exactly', () => {
    const [, saving, share] = wordsOf(sheetOf(workbook, 'Figures'));
    expect(saving?.slice(0, 4)).toEqual(['Saving', 'Section I', '$19.9 million', '19874999.5']);
    expect(share?.slice(0, 4)).toEqual(['Share saved', 'Section I', '19.9%', '0.198749995']);
  });

  it('puts every digit beside a number that a spreadsheet would shorten, and only there', () => {
    const rows = wordsOf(sheetOf(workbook, 'Requirement tree'));
    const exact = rows.filter((row) => row.length === 9 && row[8] !== '').map((row) => row[8]);
    expect(exact).toEqual(['Exact', '40000000.12345678901234']);
    expect(rows.flat()).toContain('12 further amounts below these are not listed.');
  });

  it.each(workbook.sheets.map((sheet) => [sheet.name, sheet] as const))(
    '%s: every formula comes to the value of the run',
    (_name, sheet) => {
      const valueAt = ({ row, column }: { row: number; column: number }) => {
        const cell = sheet.rows[row]?.[column];
        if (!isNumber(cell)) throw new Error(`No number at ${row}, ${column}.`);
        return new Decimal(cell.value);
      };
      for (const cell of sheet.rows.flat()) {
        if (!isNumber(cell ?? undefined) || cell?.kind !== 'number' || !cell.formula) continue;
        const { formula } = cell;
        const computed =
          formula.kind === 'sum'
            ? formula.cells.reduce((sum, place) => sum.plus(valueAt(place)), new Decimal(0))
            : formula.kind === 'difference'
              ? valueAt(formula.of).minus(valueAt(formula.less))
              : valueAt(formula.of).div(valueAt(formula.by));
        expect(computed.toDecimalPlaces(20).toFixed()).toBe(new Decimal(cell.value).toDecimalPlaces(20).toFixed());
      }
    },
  );

  it('has formulas where sums, differences and shares stand', () => {
    const formulas = sheetOf(workbook, 'Bridge')
      .rows.flat()
      .flatMap((cell) => (cell?.kind === 'number' && cell.formula ? [cell.formula.kind] : []));
    expect(formulas).toEqual(['sum', 'difference', 'quotient']);
  });

  it('shows a run without details as not computed', () => {
    const report = annexRun().report;
    const bare = annexRun({
      report: { ...report, impacts: [], frameworks: report.frameworks.map((each) => ({ ...each, adequacy: null })) },
    });
    const words = wordsOf(sheetOf(annexWorkbook(annexInput({ runs: [bare] })), 'Adequacy')).flat();
    expect(words.filter((word) => word.startsWith('Not computed'))).toHaveLength(2);
  });

  it('is of the figures alone where no run may be shown', () => {
    expect(annexWorkbook(annexInput({ runs: [] })).sheets.map(({ name }) => name)).toEqual(['Read me', 'Figures', 'Figure data']);
  });

  it('is written the same twice', () => {
    expect(writeWorkbook(annexWorkbook(annexInput()))).toEqual(writeWorkbook(workbook));
  });
});
