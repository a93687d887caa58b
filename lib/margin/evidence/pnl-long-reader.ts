import type { CsvRecord } from '../portfolio/csv-scanner';
import { readCurrency, readText } from '../portfolio/read-cell';
import type { TableBatch } from '../portfolio/read-table';
import type { TableColumns } from '../portfolio/table-spec';
import { PnlAmount } from './pnl-amount';
import { VectorBuilder } from './pnl-builder';
import type { PnlForm, PnlLimits, ReadPnlOptions } from './pnl-form';
import type { PnlProblems } from './pnl-problems';
import { scenarioProblem, TOO_LARGE } from './pnl-wide-reader';

type Column = 'position_id' | 'scenario' | 'pnl' | 'currency';
const NEEDED: readonly Column[] = ['position_id', 'scenario', 'pnl'];
/** Missing scenarios of one position that are named. */
const MOST_NAMED = 5;

/** One row for each position in each scenario. */
export class LongPnlReader implements PnlForm {
  readonly scenarios: string[] = [];
  readonly inOrder = false;
  rounded = 0;
  private readonly byId = new Map<string, VectorBuilder>();
  /** By the identifier as it stands in the row, so that it is checked once. */
  private readonly byText = new Map<string, VectorBuilder>();
  private readonly scenarioAt = new Map<string, number>();
  private readonly amount = new PnlAmount();
  private values = 0;
  private finished = false;

  constructor(
    private readonly columns: TableColumns,
    private readonly options: ReadPnlOptions & { readonly limits: PnlLimits },
    private readonly problems: PnlProblems,
  ) {
    for (const column of NEEDED)
      if (!columns.at.has(column))
        problems.refuse('missing-column', 1, column, `The required column ${column} is missing from the header.`);
  }

  /** Asked for once all rows are read: only then it is known which scenarios a position lacks. */
  get builders(): Iterable<VectorBuilder> {
    if (!this.finished) {
      this.finished = true;
      for (const builder of this.byId.values()) this.checkWhole(builder);
    }
    return this.byId.values();
  }

  take({ rows, damagedLines }: TableBatch): void {
    for (const row of rows) {
      if (damagedLines.has(row.line)) continue;
      this.values += 1;
      if (this.values > this.options.limits.maxValues) {
        const most = this.options.limits.maxValues.toLocaleString('en-US');
        this.problems.refuse('too-many-values', row.line, null, `The file has more than ${most} amounts, the most that are kept.`);
        return;
      }
      this.takeRow(row);
      if (this.problems.refused) return;
    }
  }

  private takeRow(row: CsvRecord): void {
    const { problems, amount } = this;
    const cell = (column: Column) => row.cells[this.columns.at.get(column) ?? -1]?.trim() ?? '';
    const missing = (['position_id', 'scenario'] as const).find((column) => cell(column) === '');
    if (missing !== undefined) {
      problems.leaveOut('missing-value', row.line, missing, null, `Every row needs ${missing}. The row is left out.`);
      return;
    }
    const builder = this.builderOf(cell('position_id'), cell('currency'), row.line);
    const index = builder === null ? null : this.scenarioIndex(cell('scenario'), row.line);
    if (builder === null || index === null) return;
    const scenario = cell('scenario');
    if (builder.has(index)) {
      builder.usable = false;
      problems.leaveOut(
        'repeated-pair',
        row.line,
        'scenario',
        scenario,
        `${builder.id} has an amount in the scenario ${scenario} already; which counts is not known, so it has no vector.`,
      );
      return;
    }
    const text = row.cells[this.columns.at.get('pnl') ?? -1] ?? '';
    const problem = amount.read(text) ?? (builder.set(index, amount.units, amount.places) ? null : TOO_LARGE);
    if (problem === null) {
      if (amount.rounded) this.rounded += 1;
      return;
    }
    builder.usable = false;
    problems.leaveOut(problem.code, row.line, 'pnl', text.trim(), `${problem.message} ${builder.id} has no vector.`);
  }

  private builderOf(written: string, currencyCell: string, line: number): VectorBuilder | null {
    const { problems, options } = this;
    const known = this.byText.get(written);
    if (known !== undefined) {
      if (currencyCell !== '' && known.usable && currencyCell !== known.currency) {
        known.usable = false;
        problems.leaveOut(
          'two-currencies',
          line,
          'currency',
          currencyCell,
          `${known.id} is in ${known.currency} on line ${known.line} and in another currency here; it has no vector.`,
        );
      }
      return known;
    }
    const id = readText(written);
    if (!id.ok) {
      problems.leaveOut(id.code, line, 'position_id', written, `${id.message} The row is left out.`);
      return null;
    }
    const same = this.byId.get(id.value);
    if (same !== undefined) {
      this.byText.set(written, same);
      return this.builderOf(written, currencyCell, line);
    }
    if (options.positions?.has(id.value) === false) {
      problems.leaveOut('unknown-position', line, 'position_id', id.value, 'The portfolio has no such position; the row is not used.');
      return null;
    }
    const currency = currencyCell === '' ? { ok: true as const, value: options.currency } : readCurrency(currencyCell);
    if (!currency.ok) problems.leaveOut(currency.code, line, 'currency', currencyCell, `${currency.message} ${id.value} has no vector.`);
    const builder = new VectorBuilder(id.value, currency.ok ? currency.value : '', line, Math.max(this.scenarios.length, 16));
    builder.usable = currency.ok;
    this.byId.set(id.value, builder);
    this.byText.set(written, builder);
    return builder;
  }

  private scenarioIndex(name: string, line: number): number | null {
    const known = this.scenarioAt.get(name);
    if (known !== undefined) return known;
    const wrong = scenarioProblem(name);
    if (wrong !== null) {
      this.problems.leaveOut('scenario-name', line, 'scenario', name, `${wrong} The row is left out.`);
      return null;
    }
    const index = this.scenarios.length;
    if (index >= this.options.limits.maxColumns) {
      const most = this.options.limits.maxColumns.toLocaleString('en-US');
      this.problems.refuse('too-many-scenarios', line, 'scenario', `The file has more than ${most} scenarios, the most that are kept.`);
      return null;
    }
    this.scenarios.push(name);
    this.scenarioAt.set(name, index);
    return index;
  }

  private checkWhole(builder: VectorBuilder): void {
    if (!builder.usable || builder.count === this.scenarios.length) return;
    builder.usable = false;
    const missing = this.scenarios.filter((_, i) => !builder.has(i)).sort();
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    this.problems.leaveOut(
      'missing-scenario',
      builder.line,
      'scenario',
      builder.id,
      `${builder.id} has no amount in ${missing.slice(0, MOST_NAMED).join(', ')}${more}; it has no vector.`,
    );
  }
}
