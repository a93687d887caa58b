import { parseDecimal } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import { REGULATIONS, RISK_TYPES } from './crif-columns';
import { type CrifRow, type ImModel, SCHEDULE_PRODUCT_CLASSES, SIMM_PRODUCT_CLASSES } from './crif-row';
import type { CsvRecord } from './csv-scanner';
import type { CellReading } from './read-cell';
import { type NotedReading, readCrifAmount, readCrifDate, readRegulations } from './read-crif-cell';

const FORMULA = /^[=@]/;
const IM_MODELS: ReadonlyMap<string, ImModel> = new Map([
  ['simm', 'SIMM'],
  ['simm-p', 'SIMM-P'],
  ['simm-r', 'SIMM-R'],
  ['schedule', 'Schedule'],
]);
const RISK_TYPE_SPELLING = new Map([...RISK_TYPES].map((name) => [name.toLowerCase(), name]));
const CLASS_SPELLING = new Map([...SCHEDULE_PRODUCT_CLASSES, ...SIMM_PRODUCT_CLASSES].map((name) => [name.toLowerCase(), name as string]));
const CACHE_SIZE = 10_000;

/** Reads rows of one CRIF; repeated lists of regulations are read once. */
export class CrifRowReader {
  private readonly regulations = new Map<string, readonly string[]>();
  private cells: readonly string[] = [];
  private line = 0;
  private problems: FileProblem[] = [];
  private failed = false;

  constructor(private readonly at: ReadonlyMap<string, number>) {}

  /** The row, or null when a problem of severity error was found; every problem of the row is reported. */
  read(record: CsvRecord): { readonly row: CrifRow | null; readonly problems: readonly FileProblem[] } {
    this.cells = record.cells;
    this.line = record.line;
    this.problems = [];
    this.failed = false;
    const riskType = this.riskType();
    const tradeId = this.text('TradeID');
    const productClass = this.productClass();
    const amount = this.noted('Amount', readCrifAmount);
    const amountUsd = this.noted('AmountUSD', readCrifAmount);
    if (amount === null && amountUsd === null && this.cell('Amount') === '' && this.cell('AmountUSD') === '') {
      this.report('missing-value', 'Amount', null, 'A row needs Amount or AmountUSD.');
    }
    const amountCurrency = this.currency();
    if (
      amount !== null &&
      amountCurrency === null &&
      amountUsd === null &&
      !riskType.startsWith('Param_ProductClass') &&
      riskType !== 'Param_AddOnNotionalFactor'
    ) {
      this.report('missing-value', 'AmountCurrency', null, 'Amount without AmountUSD needs AmountCurrency.');
    }
    if (amount !== null && amountUsd !== null && amountCurrency === 'USD' && !sameAmount(amount, amountUsd)) {
      this.report('amounts-differ', 'AmountUSD', amountUsd, `Amount is in USD too and is ${amount}; AmountUSD counts.`, 'warning');
    }
    if (riskType.startsWith('Param_') && productClass !== '') {
      this.report(
        'parameter-class',
        'ProductClass',
        productClass,
        `Rows of ${riskType} have no ProductClass; it is passed over.`,
        'warning',
      );
    }
    const imModel = this.imModel(riskType, productClass);
    const endDate = this.noted('EndDate', readCrifDate);
    if (imModel === 'Schedule' && (riskType === 'Notional' || riskType === 'PV')) this.checkScheduleRow(tradeId, productClass);
    const row: CrifRow = {
      rowId: tradeId ?? this.text('SensitivityId'),
      tradeId,
      portfolioId: this.text('PortfolioID') ?? 'default',
      valuationDate: this.noted('ValuationDate', readCrifDate),
      endDate,
      imModel: imModel ?? 'SIMM',
      productClass,
      riskType,
      qualifier: this.text('Qualifier') ?? '',
      bucket: this.text('Bucket') ?? '',
      label1: this.text('Label1') ?? '',
      label2: this.text('Label2') ?? '',
      amount,
      amountCurrency,
      amountUsd,
      collectRegulations: this.regulationList('CollectRegulations'),
      postRegulations: this.regulationList('PostRegulations'),
      line: record.line,
    };
    return { row: this.failed ? null : row, problems: this.problems };
  }

  private riskType(): string {
    const cell = this.cell('RiskType');
    const known = RISK_TYPE_SPELLING.get(cell.toLowerCase());
    if (known !== undefined) return known;
    if (cell === '') this.report('missing-value', 'RiskType', null, 'Every row needs RiskType.');
    else this.report('unknown-risk-type', 'RiskType', cell, 'This is no risk type of the format, e.g. Risk_IRCurve, Notional or PV.');
    return '';
  }

  private productClass(): string {
    const cell = this.cell('ProductClass');
    if (cell === '') return '';
    const known = CLASS_SPELLING.get(cell.toLowerCase());
    if (known === undefined)
      this.report('unknown-product-class', 'ProductClass', cell, 'Expected is RatesFX, Rates, FX, Credit, Equity, Commodity or Other.');
    return known ?? '';
  }

  private imModel(riskType: string, productClass: string): ImModel | null {
    const cell = this.cell('IMModel');
    if (cell !== '') {
      const model = IM_MODELS.get(cell.toLowerCase());
      if (model === undefined) this.report('unknown-im-model', 'IMModel', cell, 'Expected is SIMM, SIMM-P, SIMM-R or Schedule.');
      return model ?? null;
    }
    if (riskType === 'PV') return 'Schedule';
    if (riskType !== 'Notional') return 'SIMM';
    if (productClass === 'Rates' || productClass === 'FX' || productClass === 'Other') return 'Schedule';
    if (productClass === 'RatesFX' || this.cell('Qualifier') !== '') return 'SIMM';
    this.report(
      'ambiguous-im-model',
      'IMModel',
      null,
      'A Notional row of this class may be of the schedule or of a SIMM add-on: write Schedule or SIMM.',
    );
    return null;
  }

  private checkScheduleRow(tradeId: string | null, productClass: string): void {
    if (tradeId === null)
      this.report('missing-value', 'TradeID', null, 'A row of the schedule needs TradeID: notional and present value pair by it.');
    if (this.cell('EndDate') === '') this.report('missing-value', 'EndDate', null, 'A row of the schedule needs EndDate.');
    if (this.cell('ProductClass') === '') this.report('missing-value', 'ProductClass', null, 'A row of the schedule needs ProductClass.');
    else if (productClass === 'RatesFX') {
      this.report('unknown-product-class', 'ProductClass', 'RatesFX', 'The schedule tells Rates and FX apart; RatesFX is a class of SIMM.');
    }
  }

  private currency(): string | null {
    const cell = this.cell('AmountCurrency').toUpperCase();
    if (cell === '') return null;
    if (/^[A-Z]{3}$/.test(cell)) return cell;
    this.report('not-a-currency', 'AmountCurrency', cell, 'A currency is expected as three letters, e.g. USD.');
    return null;
  }

  private regulationList(column: string): readonly string[] {
    const cell = this.cell(column);
    if (cell === '') return [];
    let tokens = this.regulations.get(cell);
    if (tokens === undefined) {
      tokens = readRegulations(cell);
      if (this.regulations.size < CACHE_SIZE) this.regulations.set(cell, tokens);
      const unknown = tokens.find((token) => !REGULATIONS.has(token.toUpperCase()));
      if (unknown !== undefined)
        this.report('unknown-regulation', column, unknown, 'This regulation is not known here; it is kept as it stands.', 'warning');
    }
    return tokens;
  }

  private noted(column: string, read: (cell: string) => CellReading<NotedReading>): string | null {
    const cell = this.cell(column);
    if (cell === '') return null;
    const reading = read(cell);
    if (!reading.ok) {
      this.report(reading.code, column, cell, reading.message);
      return null;
    }
    const { noted, value } = reading.value;
    if (noted) this.report(noted.code, column, cell, noted.message, 'warning');
    return value;
  }

  private text(column: string): string | null {
    const cell = this.cell(column);
    if (cell === '') return null;
    if (FORMULA.test(cell) || /\p{Cc}/u.test(cell)) {
      this.report(
        'formula-cell',
        column,
        cell,
        'The text begins with = or @, which a spreadsheet would run as a formula, or holds a control character.',
      );
      return null;
    }
    return cell;
  }

  private cell(column: string): string {
    return this.cells[this.at.get(column) ?? -1]?.trim() ?? '';
  }

  private report(code: string, column: string, value: string | null, message: string, severity: FileProblem['severity'] = 'error'): void {
    if (severity === 'error') this.failed = true;
    this.problems.push({ severity, code, line: this.line, column, value: value === null ? null : value.slice(0, 80), message });
  }
}

function sameAmount(a: string, b: string): boolean {
  return a === b || (parseDecimal(a)?.eq(b) ?? false);
}
