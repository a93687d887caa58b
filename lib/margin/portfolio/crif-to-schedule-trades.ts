import { type Decimal, parseDecimal, sumDecimals } from '@/lib/core/decimal';
import type { FileProblem } from '@/lib/core/file-problem';
import type { ScheduleAssetClass, ScheduleTrade } from '../methods/schedule/schedule-trade';
import { type CrifRow, isScheduleRow } from './crif-row';

/** The trades of a CRIF's schedule rows, and what is wrong with them. */
export interface CrifScheduleTrades {
  readonly trades: readonly ScheduleTrade[];
  readonly problems: readonly FileProblem[];
}

const ASSET_CLASS: Readonly<Record<string, ScheduleAssetClass>> = {
  Rates: 'interest-rate',
  FX: 'fx',
  Credit: 'credit',
  Equity: 'equity',
  Commodity: 'commodity',
  Other: 'other',
};

/**
 * Pairs the Notional and PV rows of the schedule by netting set and trade. Several rows of a trade net, then the notional is taken without its sign; a
 * trade without PV has presentValue null and a warning, one without Notional is an error. Rows of other models are passed over. Trades stand in
 * code-unit order of netting set and trade, whatever the order of rows. Amounts: AmountUSD, or Amount in USD, when the calculation currency is USD; else Amount in that currency.
 */
export function crifToScheduleTrades(rows: Iterable<CrifRow>, calculationCurrency = 'USD'): CrifScheduleTrades {
  const groups = new Map<string, CrifRow[]>();
  for (const row of rows) {
    if (!isScheduleRow(row)) continue;
    const key = JSON.stringify([row.portfolioId, row.tradeId]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const problems: FileProblem[] = [];
  const trades: ScheduleTrade[] = [];
  for (const key of [...groups.keys()].sort()) {
    const trade = tradeOf(groups.get(key) ?? [], calculationCurrency, problems);
    if (trade !== null) trades.push(trade);
  }
  return { trades, problems };
}

function tradeOf(rows: readonly CrifRow[], calculationCurrency: string, problems: FileProblem[]): ScheduleTrade | null {
  const [first] = rows;
  if (first === undefined || first.tradeId === null) return null;
  const before = problems.length;
  for (const row of rows) {
    if (row.productClass !== first.productClass) problems.push(conflict(row, 'ProductClass', row.productClass, first));
    if (row.endDate !== first.endDate) problems.push(conflict(row, 'EndDate', row.endDate, first));
  }
  const amounts = (riskType: string) =>
    rows.filter((row) => row.riskType === riskType).map((row) => amountOf(row, calculationCurrency, problems));
  const notionals = amounts('Notional');
  const values = amounts('PV');
  if (notionals.length === 0) {
    problems.push({ ...problem(first, 'incomplete-trade', 'RiskType', 'The trade has a PV row and no Notional row.'), severity: 'error' });
  }
  if (values.length === 0) {
    problems.push(problem(first, 'missing-present-value', 'RiskType', 'The trade has no PV row: its replacement cost is not known.'));
  }
  if (problems.slice(before).some(({ severity }) => severity === 'error')) return null;
  return {
    tradeId: first.tradeId,
    nettingSet: first.portfolioId,
    assetClass: ASSET_CLASS[first.productClass] ?? 'other',
    notional: sumDecimals(present(notionals)).abs(),
    presentValue: values.length === 0 ? null : sumDecimals(present(values)),
    endDate: first.endDate,
    durationYears: null,
    positionIds: [first.tradeId],
  };
}

function amountOf(row: CrifRow, calculationCurrency: string, problems: FileProblem[]): Decimal | null {
  let text: string | null = null;
  if (calculationCurrency === 'USD' && row.amountUsd !== null) text = row.amountUsd;
  else if (row.amountCurrency === calculationCurrency) text = row.amount;
  if (text !== null) return parseDecimal(text);
  const message = `The row has no amount in ${calculationCurrency}; the file gives ${row.amountCurrency ?? 'no currency'}${row.amountUsd === null ? '' : ' and USD'}.`;
  problems.push({
    ...problem(row, 'no-amount', calculationCurrency === 'USD' ? 'AmountUSD' : 'AmountCurrency', message),
    severity: 'error',
  });
  return null;
}

function present(values: readonly (Decimal | null)[]): Decimal[] {
  return values.filter((value) => value !== null);
}

function conflict(row: CrifRow, column: string, value: string | null, first: CrifRow): FileProblem {
  const message = `The rows of one trade differ in ${column}; line ${first.line} has another value.`;
  return { severity: 'error', code: 'conflicting-rows', line: row.line, column, value, message };
}

function problem(row: CrifRow, code: string, column: string, message: string): FileProblem {
  return { severity: 'warning', code, line: row.line, column, value: row.tradeId, message };
}
