import { type Decimal, ONE } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import type { CsvRecord } from './csv-scanner';
import {
  CREDIT_RISKS,
  FUND_ASSETS,
  type FurtherFacts,
  MARKETS,
  type Position,
  PRODUCTS,
  UNDERLIER_CLASSES,
  UNDERLIER_TYPES,
} from './position';
import { FIRST_COLUMNS, POSITION_COLUMNS, type PositionColumnName } from './position-columns';
import { type CellReading, readChoice, readCurrency, readDate, readDecimal, readText } from './read-cell';
import { REQUIRED_FIELDS } from './required-fields';

/** What the reader must know that is not in the file. */
export interface PositionReadOptions {
  /** Rows in another currency need fx_rate. */
  readonly calculationCurrency: string;
  /** ISO date on which the positions stand; maturities before it are refused. Null leaves that unchecked. */
  readonly asOf: string | null;
  /** Gives the rate of a currency to the calculation currency for rows that give none; null where it is not known either. */
  readonly rateOf?: (currency: string) => Decimal | null;
}

const NON_NEGATIVE: readonly PositionColumnName[] = ['notional', 'quantity', 'spread_bp', 'implied_vol', 'duration', 'dividend_yield'];
const POSITIVE: readonly PositionColumnName[] = ['multiplier', 'fx_rate', 'underlier_price', 'exchange_ratio'];
/** Columns whose cells seldom repeat: looking them up would cost more than reading them. */
const SELDOM_REPEATED: readonly PositionColumnName[] = ['position_id', 'notional', 'market_value', 'price', 'quantity'];
const CACHE_SIZE = 10_000;

/** Reads rows of one file into positions; keeps repeated texts and numbers once. */
export class PositionRowReader {
  private readonly texts = new Map<string, CellReading<string>>();
  private readonly numbers = new Map<string, CellReading<Decimal>>();
  private readonly at: Readonly<Record<string, number>>;
  /** Whether the file has any column beyond the first ones. */
  private readonly further: boolean;
  private cells: readonly string[] = [];
  private line = 0;
  private problems: FileProblem[] = [];
  private failed = false;

  constructor(
    columns: ReadonlyMap<string, number>,
    private readonly options: PositionReadOptions,
  ) {
    this.at = Object.fromEntries(POSITION_COLUMNS.map(({ name }) => [name, columns.get(name) ?? -1]));
    this.further = POSITION_COLUMNS.slice(FIRST_COLUMNS).some(({ name }) => columns.has(name));
  }

  /** The identifier as it stands in the row, for telling rows apart even when they cannot be read. */
  identifier(row: CsvRecord): string {
    return row.cells[this.at.position_id ?? -1]?.trim() ?? '';
  }

  /** The row's position, or null when a problem of severity error was found; every problem of the row is reported. */
  read(row: CsvRecord): { readonly position: Position | null; readonly problems: readonly FileProblem[] } {
    this.cells = row.cells;
    this.line = row.line;
    this.problems = [];
    this.failed = false;
    const positionId = this.text('position_id');
    const product = this.take('product', (cell) => readChoice(cell, PRODUCTS, 'product'));
    const direction = this.take('direction', (cell) => readChoice(cell, ['long', 'short'] as const, 'direction'));
    const currency = this.take('currency', readCurrency);
    const position = {
      positionId: positionId ?? '',
      account: this.text('account'),
      counterparty: this.text('counterparty'),
      nettingAgreement: this.text('netting_agreement'),
      product: product ?? 'other_swap',
      jurisdiction: this.take('jurisdiction', (cell) => readChoice(cell, ['CFTC', 'SEC', 'JOINT'] as const, 'jurisdiction')),
      clearedBy: this.text('cleared_by'),
      underlier: this.text('underlier'),
      underlierType: this.take('underlier_type', (cell) => readChoice(cell, UNDERLIER_TYPES, 'underlier type')),
      direction: direction ?? 'long',
      quantity: this.number('quantity'),
      multiplier: this.number('multiplier'),
      notional: this.number('notional'),
      currency: currency ?? '',
      fxRate: this.number('fx_rate') ?? this.knownRate(currency),
      price: this.number('price'),
      marketValue: this.number('market_value'),
      strike: this.number('strike'),
      optionType: this.take('option_type', (cell) => readChoice(cell, ['call', 'put'] as const, 'option type')),
      exerciseStyle: this.take('exercise_style', (cell) => readChoice(cell, ['european', 'american'] as const, 'exercise style')),
      maturity: this.take('maturity', readDate),
      spreadBp: this.number('spread_bp'),
      impliedVol: this.number('implied_vol'),
      duration: this.number('duration'),
      sector: this.text('sector'),
      referenceEntity: this.text('reference_entity'),
      creditEvents: this.text('credit_events'),
      deliverableBasket: this.text('deliverable_basket'),
      line: row.line,
      ...(this.further ? this.furtherFacts() : {}),
    } satisfies Position;
    for (const name of ['position_id', 'product', 'direction', 'currency'] as const) {
      if (this.cell(name) === '') this.report('missing-value', name, null, `Every row needs ${name}.`);
    }
    if (product !== null) this.checkProductFields(product);
    if (currency !== null) this.checkRate(position.currency, position.fxRate);
    this.checkMaturity(position.maturity);
    if (position.impliedVol?.greaterThan(5)) {
      this.report('implausible', 'implied_vol', this.cell('implied_vol'), 'A volatility above 5 is 500 %; 0.25 means 25 %.', 'warning');
    }
    return { position: this.failed ? null : position, problems: this.problems };
  }

  private furtherFacts(): FurtherFacts {
    const facts = {
      underlierClass: this.take('underlier_class', (cell) => readChoice(cell, UNDERLIER_CLASSES, 'underlier class')),
      productGroup: this.text('product_group'),
      marketGroup: this.text('market_group'),
      stockBasket: this.text('stock_basket'),
      underlierPrice: this.number('underlier_price'),
      dividendYield: this.number('dividend_yield'),
      interestRate: this.number('interest_rate'),
      market: this.take('market', (cell) => readChoice(cell, MARKETS, 'market')),
      creditRisk: this.take('credit_risk', (cell) => readChoice(cell, CREDIT_RISKS, 'credit risk')),
      fundAssets: this.take('fund_assets', (cell) => readChoice(cell, FUND_ASSETS, 'kind of fund assets')),
      deliverableMaturity: this.take('deliverable_maturity', readDate),
      exchangeableInto: this.text('exchangeable_into'),
      exchangeRatio: this.number('exchange_ratio'),
      redemptionDate: this.take('redemption_date', readDate),
    };
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  }

  private checkProductFields(product: Position['product']): void {
    const { needed, advised } = REQUIRED_FIELDS[product];
    for (const choices of needed) {
      const [first] = choices;
      if (first === undefined || choices.some((name) => this.cell(name) !== '')) continue;
      this.report('missing-value', first, null, `A row of product ${product} needs ${choices.join(' or ')}.`);
    }
    for (const name of advised) {
      if (this.cell(name) !== '') continue;
      this.report('advised-value', name, null, `Without ${name} some methods cannot compute a ${product}.`, 'warning');
    }
  }

  private knownRate(currency: string | null): Decimal | null {
    const { calculationCurrency, rateOf } = this.options;
    return currency === null || currency === calculationCurrency || this.cell('fx_rate') !== '' ? null : (rateOf?.(currency) ?? null);
  }

  private checkRate(currency: string, rate: Decimal | null): void {
    const { calculationCurrency } = this.options;
    if (currency === calculationCurrency) {
      if (rate !== null && !rate.equals(ONE)) {
        this.report(
          'wrong-rate',
          'fx_rate',
          this.cell('fx_rate'),
          `The rate of ${currency} to itself is 1; leave the cell empty or write 1.`,
        );
      }
    } else if (this.cell('fx_rate') === '' && rate === null) {
      this.report(
        'missing-value',
        'fx_rate',
        null,
        `An amount in ${currency} needs fx_rate: units of ${calculationCurrency} for one ${currency}.`,
      );
    }
  }

  private checkMaturity(maturity: string | null): void {
    const { asOf } = this.options;
    if (asOf === null || maturity === null || maturity >= asOf) return;
    this.report('matured', 'maturity', maturity, `The position had matured on ${asOf}, the day on which the portfolio stands.`);
  }

  private cell(name: PositionColumnName): string {
    return this.cells[this.at[name] ?? -1]?.trim() ?? '';
  }

  private take<T>(name: PositionColumnName, read: (cell: string) => CellReading<T>): T | null {
    const cell = this.cell(name);
    if (cell === '') return null;
    return this.accept(name, cell, read(cell));
  }

  private text(name: PositionColumnName): string | null {
    const cell = this.cell(name);
    if (cell === '') return null;
    return this.accept(name, cell, SELDOM_REPEATED.includes(name) ? readText(cell) : remembered(this.texts, cell, readText));
  }

  private number(name: PositionColumnName): Decimal | null {
    const cell = this.cell(name);
    if (cell === '') return null;
    const reading = SELDOM_REPEATED.includes(name) ? readDecimal(cell) : remembered(this.numbers, cell, readDecimal);
    const value = this.accept(name, cell, reading);
    if (value === null) return null;
    if (value.isNegative() && !value.isZero() && NON_NEGATIVE.includes(name)) {
      this.report('negative', name, cell, `${name} is never negative; the side of the position is in direction.`);
      return null;
    }
    if (!value.greaterThan(0) && POSITIVE.includes(name)) {
      this.report('not-positive', name, cell, `${name} must be greater than 0.`);
      return null;
    }
    return value;
  }

  private accept<T>(name: PositionColumnName, cell: string, reading: CellReading<T>): T | null {
    if (reading.ok) return reading.value;
    this.report(reading.code, name, cell, reading.message);
    return null;
  }

  private report(
    code: string,
    column: PositionColumnName,
    value: string | null,
    message: string,
    severity: FileProblem['severity'] = 'error',
  ): void {
    if (severity === 'error') this.failed = true;
    this.problems.push({ severity, code, line: this.line, column, value: value === null ? null : value.slice(0, 80), message });
  }
}

function remembered<T>(cache: Map<string, CellReading<T>>, cell: string, read: (cell: string) => CellReading<T>): CellReading<T> {
  const known = cache.get(cell);
  if (known !== undefined) return known;
  const reading = read(cell);
  if (cache.size < CACHE_SIZE) cache.set(cell, reading);
  return reading;
}
