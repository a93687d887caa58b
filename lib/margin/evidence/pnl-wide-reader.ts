import { isCalendarDate } from '../portfolio/calendar-date';
import type { CsvRecord } from '../portfolio/csv-scanner';
import { readCurrency, readText } from '../portfolio/read-cell';
import type { TableBatch } from '../portfolio/read-table';
import type { TableColumns } from '../portfolio/table-spec';
import { PnlAmount } from './pnl-amount';
import { VectorBuilder } from './pnl-builder';
import type { PnlForm, PnlLimits, ReadPnlOptions } from './pnl-form';
import type { PnlProblems } from './pnl-problems';

/** Gaps of one position that are named one by one. */
const MOST_GAPS = 5;

/** Checks a scenario's name: a text, and a day of the calendar where it is written like one. The end of a sentence, or null. */
export function scenarioProblem(name: string): string | null {
  const text = readText(name);
  if (!text.ok) return text.message;
  if (/^\d{4}-\d{2}-\d{2}$/.test(name) && !isCalendarDate(name)) return 'This day does not exist in the calendar.';
  return null;
}

/** One row for each position, one column for each scenario. */
export class WidePnlReader implements PnlForm {
  readonly scenarios: readonly string[];
  readonly inOrder = true;
  rounded = 0;
  private readonly byId = new Map<string, VectorBuilder>();
  private readonly columns: readonly number[];
  private readonly idColumn: number;
  private readonly currencyColumn: number;
  private readonly amount = new PnlAmount();
  private values = 0;

  constructor(
    { names, at }: TableColumns,
    private readonly options: ReadPnlOptions & { readonly limits: PnlLimits },
    private readonly problems: PnlProblems,
  ) {
    this.idColumn = at.get('position_id') ?? -1;
    this.currencyColumn = at.get('currency') ?? -1;
    this.columns = names.flatMap((_, i) => (i === this.idColumn || i === this.currencyColumn ? [] : [i]));
    this.scenarios = this.columns.map((i) => names[i]?.trim() ?? '');
    this.checkScenarios();
  }

  get builders(): Iterable<VectorBuilder> {
    return this.byId.values();
  }

  take({ rows, damagedLines }: TableBatch): void {
    for (const row of rows) {
      this.values += this.columns.length;
      if (this.values > this.options.limits.maxValues) {
        const most = this.options.limits.maxValues.toLocaleString('en-US');
        this.problems.refuse('too-many-values', row.line, null, `The file has more than ${most} amounts, the most that are kept.`);
        return;
      }
      if (!damagedLines.has(row.line)) this.takeRow(row);
    }
  }

  private takeRow(row: CsvRecord): void {
    const { problems } = this;
    const { line } = row;
    const cell = cellAt(row, this.idColumn);
    const id = readText(cell);
    if (cell === '' || !id.ok) {
      problems.leaveOut(
        id.ok ? 'missing-value' : id.code,
        line,
        'position_id',
        cell,
        `${id.ok ? 'Every row needs position_id.' : id.message} The row is left out.`,
      );
      return;
    }
    if (this.options.positions?.has(id.value) === false) {
      problems.leaveOut('unknown-position', line, 'position_id', id.value, 'The portfolio has no such position; the row is not used.');
      return;
    }
    const earlier = this.byId.get(id.value);
    if (earlier !== undefined) {
      earlier.usable = false;
      problems.leaveOut(
        'duplicate-id',
        line,
        'position_id',
        id.value,
        `The position stands on line ${earlier.line} already; which row counts is not known, so it has no vector.`,
      );
      return;
    }
    const written = cellAt(row, this.currencyColumn);
    const currency = written === '' ? { ok: true as const, value: this.options.currency } : readCurrency(written);
    if (!currency.ok) problems.leaveOut(currency.code, line, 'currency', written, `${currency.message} The position has no vector.`);
    const builder = new VectorBuilder(id.value, currency.ok ? currency.value : '', line, this.columns.length);
    builder.usable = currency.ok;
    this.byId.set(id.value, builder);
    this.takeAmounts(builder, row);
  }

  private takeAmounts(builder: VectorBuilder, row: CsvRecord): void {
    const { columns } = this;
    const { plain } = row;
    let gaps = 0;
    if (plain === undefined) {
      for (let i = 0; i < columns.length; i += 1) {
        const cell = row.cells[columns[i] as number] ?? '';
        gaps = this.takeAmount(builder, i, cell, 0, cell.length, gaps);
      }
    } else {
      const { text, delimiter } = plain;
      let from = 0;
      for (let column = 0, i = 0; i < columns.length; column += 1) {
        const next = text.indexOf(delimiter, from);
        const to = next < 0 ? text.length : next;
        if (column === columns[i]) {
          gaps = this.takeAmount(builder, i, text, from, to, gaps);
          i += 1;
        }
        from = to + 1;
      }
    }
    if (gaps > MOST_GAPS)
      this.problems.leaveOut(
        'more-gaps',
        builder.line,
        null,
        builder.id,
        `${builder.id} has ${gaps - MOST_GAPS} more gaps; it has no vector.`,
      );
  }

  /** Reads one amount, from a part of a text; returns the gaps of the row so far. */
  private takeAmount(builder: VectorBuilder, index: number, text: string, from: number, to: number, gaps: number): number {
    const { amount } = this;
    const problem = amount.read(text, from, to) ?? (builder.set(index, amount.units, amount.places) ? null : TOO_LARGE);
    if (problem === null) {
      if (amount.rounded) this.rounded += 1;
      return gaps;
    }
    builder.usable = false;
    if (gaps < MOST_GAPS)
      this.problems.leaveOut(
        problem.code,
        builder.line,
        this.scenarios[index] ?? null,
        text.slice(from, to).trim(),
        `${problem.message} ${builder.id} has no vector.`,
      );
    return gaps + 1;
  }

  private checkScenarios(): void {
    if (this.columns.length === 0)
      this.problems.refuse(
        'no-scenarios',
        1,
        null,
        'There is no column but position_id and currency: a column for each scenario is expected, or the columns scenario and pnl.',
      );
    const seen = new Set<string>();
    for (const name of this.scenarios) {
      const wrong = scenarioProblem(name);
      if (wrong !== null) this.problems.refuse('scenario-name', 1, name.slice(0, 80), `A scenario is named in the header. ${wrong}`);
      else if (seen.has(name)) this.problems.refuse('repeated-column', 1, name, `The scenario ${name} stands in the header twice.`);
      seen.add(name);
    }
  }
}

/** One cell of a row, trimmed, without cutting the others; empty where there is no such column. */
function cellAt(row: CsvRecord, column: number): string {
  if (column < 0) return '';
  if (row.plain === undefined) return row.cells[column]?.trim() ?? '';
  const { text, delimiter } = row.plain;
  let from = 0;
  for (let at = 0; at < column; at += 1) from = text.indexOf(delimiter, from) + 1;
  const to = text.indexOf(delimiter, from);
  return text.slice(from, to < 0 ? text.length : to).trim();
}

export const TOO_LARGE = {
  code: 'too-large',
  message: 'The amount is too large to be kept exactly beside amounts of the position with more decimal places.',
} as const;
