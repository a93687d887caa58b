import { type Decimal, ONE, parseDecimal, ZERO } from '@/lib/core/decimal';
import type { CrifRow } from '../../portfolio/crif-row';
import { ExactSum } from './exact-sum';
import { MixedModels } from './mixed-models';
import { type RiskFactor, readRiskFactor } from './risk-factor';

/** How many rows a slot names in a failure, where nothing else is said; the rest are counted. */
export const NAMED_ROWS = 5;

/** Sensitivities to one factor, of one netting set, under one list of regulations, in one currency: their exact sum. */
export interface NetSensitivity {
  readonly portfolioId: string;
  readonly regulations: readonly string[];
  readonly factor: RiskFactor;
  readonly currency: string;
  readonly sum: NetSum;
  readonly rows: RowNames;
  /** The bucket that the file names for an interest rate, which the version's own lists overrule. */
  readonly namedBucket: string;
}

/** Which rows stand behind something: the first few by name, all by number. */
export interface RowNames {
  readonly ids: string[];
  count: number;
}

/** A figure of an add-on: a fixed amount, a product's notional, its factor in percent, or the multiplier of a product class. */
export interface AddOnItem {
  readonly portfolioId: string;
  readonly regulations: readonly string[];
  readonly kind: 'fixed' | 'notional' | 'factor' | 'multiplier';
  readonly name: string;
  readonly currency: string;
  readonly sum: NetSum;
  readonly rows: RowNames;
}

/** What rows add up to, exactly. */
export type NetSum = Pick<ExactSum, 'value'>;

/** Rows that enter nothing, with the reason. */
export interface RefusedRows {
  readonly portfolioId: string;
  readonly regulations: readonly string[];
  readonly problem: string;
  readonly rows: RowNames;
}

/** What rows with the same cells but for amount and identifiers add to. */
export type Slot =
  | { readonly type: 'sensitivity'; readonly item: NetSensitivity; readonly sum: ExactSum }
  | { readonly type: 'add-on'; readonly item: AddOnItem; readonly sum: ExactSum }
  | { readonly type: 'refused'; readonly item: RefusedRows };

const ADD_ON_KINDS: Readonly<Record<string, AddOnItem['kind']>> = {
  Notional: 'notional',
  Param_AddOnFixedAmount: 'fixed',
  Param_AddOnNotionalFactor: 'factor',
  Param_ProductClassMultiplier: 'multiplier',
};

/**
 * Nets rows of a CRIF to risk factors in one pass, by netting set and list of regulations, so that each regulation's own sum can be formed
 * afterwards. Memory grows with the factors, not with the rows. Rows of the schedule are passed over.
 */
export class CrifNetting {
  readonly models = new MixedModels();
  private readonly slots = new Map<string, Slot>();
  private readonly lists = new Map<readonly string[], string>();
  private readonly noted = new Set<string>();

  /** `namedRows`: how many rows of a slot are named in a failure; the rest are counted. */
  constructor(
    readonly side: 'collect' | 'post',
    private readonly namedRows = NAMED_ROWS,
  ) {}

  /** Adds a row, under the name of its trade or another; the slot that it went to, null for a row of the schedule. */
  add(row: CrifRow, name = row.rowId ?? `line ${row.line}`): Slot | null {
    const slot = this.slotOf(row);
    const amount = row.amountUsd ?? row.amount;
    if (slot === null || amount === null) return null;
    slot.item.rows.count += 1;
    this.mention(slot, name);
    if (slot.type === 'sensitivity') slot.sum.add(amount);
    // a factor or multiplier that stands twice with one value is one
    else if (slot.type === 'add-on' && (slot.item.kind === 'fixed' || slot.item.kind === 'notional' || slot.item.rows.count === 1))
      slot.sum.add(amount, slot.item.kind === 'notional');
    return slot;
  }

  /** Names a row in what a failure of the slot would say, unless enough are named. */
  mention({ item: { rows } }: Slot, name: string): void {
    if (rows.ids.length < this.namedRows) rows.ids.push(name);
  }

  /** Where a row's amount goes; null for a row of the schedule. Rows of Param_ types have one for each amount. */
  slotOf(row: CrifRow): Slot | null {
    if (row.imModel === 'Schedule') {
      this.models.note(row);
      return null;
    }
    const regulations = this.side === 'collect' ? row.collectRegulations : row.postRegulations;
    const currency = row.amountUsd === null ? (row.amountCurrency ?? '') : 'USD';
    const own = row.riskType.startsWith('Param_') ? `\u0001${row.amountUsd ?? row.amount}` : '';
    const key = `${row.portfolioId}\u0001${this.listKey(regulations)}\u0001${row.productClass}\u0001${row.riskType}\u0001${row.qualifier}\u0001${row.bucket}\u0001${row.label1}\u0001${row.label2}\u0001${currency}${own}`;
    let slot = this.slots.get(key);
    if (slot === undefined) {
      this.models.note(row);
      slot = this.open(row, regulations, currency);
      this.slots.set(key, slot);
    }
    return slot;
  }

  get sensitivities(): NetSensitivity[] {
    return [...this.slots.values()].flatMap((slot) => (slot.type === 'sensitivity' ? [slot.item] : []));
  }

  get addOns(): AddOnItem[] {
    return [...this.slots.values()].flatMap((slot) => (slot.type === 'add-on' ? [slot.item] : []));
  }

  get refused(): RefusedRows[] {
    return [...this.slots.values()].flatMap((slot) => (slot.type === 'refused' ? [slot.item] : []));
  }

  /** What was understood although it is not as the format says, in order of the sentences. */
  get notes(): string[] {
    return [...this.noted].sort();
  }

  private open(row: CrifRow, regulations: readonly string[], currency: string): Slot {
    const { portfolioId } = row;
    const rows = { ids: [], count: 0 };
    const kind = ADD_ON_KINDS[row.riskType];
    // written out, for a file has many thousands of them
    if (kind !== undefined) {
      if (kind !== 'fixed' && row.qualifier === '')
        return { type: 'refused', item: { portfolioId, regulations, rows, problem: `${row.riskType} needs a Qualifier.` } };
      const sum = new ExactSum();
      return { type: 'add-on', item: { portfolioId, regulations, rows, kind, name: row.qualifier, currency, sum }, sum };
    }
    const reading = readRiskFactor(row);
    if ('problem' in reading) return { type: 'refused', item: { portfolioId, regulations, rows, problem: reading.problem } };
    if (reading.note !== null) this.noted.add(reading.note);
    const sum = new ExactSum();
    const item = { portfolioId, regulations, rows, factor: reading.factor, currency, sum, namedBucket: row.bucket };
    return { type: 'sensitivity', item, sum };
  }

  private listKey(list: readonly string[]): string {
    if (list.length === 0) return '';
    let key = this.lists.get(list);
    if (key === undefined) {
      key = [...new Set(list)].sort().join(',');
      this.lists.set(list, key);
    }
    return key;
  }
}

/** Amounts in dollars for one unit of each other currency, as the firm gave them. */
export type UsdRates = ReadonlyMap<string, Decimal>;

/** The sum in dollars; null where its currency has no rate. Factors and multipliers have no currency. */
export function inUsd(sum: NetSum, currency: string, rates: UsdRates): Decimal | null {
  if (currency === 'USD') return sum.value();
  const rate = rates.get(currency);
  return rate === undefined ? null : sum.value().times(rate);
}

/** Dollars for one unit of a currency that has a rate. */
export function usdRate(currency: string, rates: UsdRates): Decimal {
  return currency === 'USD' ? ONE : (rates.get(currency) ?? ZERO);
}

/** A rate written like "1.0842"; null for anything that is no amount above 0. */
export function readUsdRate(text: string): Decimal | null {
  const rate = parseDecimal(text);
  return rate?.gt(0) ? rate : null;
}
