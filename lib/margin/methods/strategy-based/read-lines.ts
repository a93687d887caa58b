import { type Decimal, ONE, sumDecimals } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';
import type { StrategyLine } from './strategy-line';

/** The lines of one underlier and what one unit of it is worth, if anything says so. */
export interface UnderlierBook {
  readonly underlier: string;
  readonly lines: readonly StrategyLine[];
  readonly price: Decimal | null;
  readonly priceFrom: string;
}

interface ReadSettings {
  /** Whether an option that names no clearing house is an OTC option. */
  readonly otc: boolean;
  readonly asOf: string;
  readonly currency: string;
}

type LineResult = Result<StrategyLine, PositionFailure>;

/** Lines by underlier in a fixed order, and the positions that have none. Positions of one series, side and value are one line. */
export function readLines(
  positions: readonly ResolvedPosition[],
  settings: ReadSettings,
): { readonly books: readonly UnderlierBook[]; readonly failures: readonly PositionFailure[] } {
  const failures: PositionFailure[] = [];
  const byUnderlier = new Map<string, { lines: StrategyLine[]; positions: ResolvedPosition[] }>();
  const sorted = [...positions].sort((a, b) => compare(a.position.positionId, b.position.positionId));
  for (const resolved of sorted) {
    const read = readLine(resolved, settings);
    if (!read.ok) {
      failures.push(...read.failures);
      continue;
    }
    const underlier = resolved.position.underlier ?? '';
    const book = byUnderlier.get(underlier) ?? { lines: [], positions: [] };
    book.lines.push(read.value);
    book.positions.push(resolved);
    byUnderlier.set(underlier, book);
  }
  const books = [...byUnderlier.keys()].sort(compare).map((underlier) => {
    const { lines = [], positions: own = [] } = byUnderlier.get(underlier) ?? {};
    return { underlier, lines: merge(lines), ...priceOf(lines, own) };
  });
  return { books, failures };
}

function readLine(resolved: ResolvedPosition, settings: ReadSettings): LineResult {
  const { position, marketValue } = resolved;
  const fail = (reason: PositionFailure['reason'], message: string): LineResult =>
    failure({ reason, positionId: position.positionId, message });
  const { product, underlier, strike, optionType, maturity } = position;
  const option = product === 'equity_option' || product === 'index_option';
  if (!option && product !== 'equity')
    return fail('NO_RULE', 'The strategy-based method has a rule here for stock and for options on stock and indexes only.');
  if (underlier === null) return fail('MISSING_DATA', 'The underlier is missing.');
  if (position.quantity === null) return fail('MISSING_DATA', 'The quantity is missing.');
  if (!position.quantity.gt(0)) return fail('INVALID', 'The quantity is above 0; the side is in direction.');
  const rate = position.currency === settings.currency ? ONE : (position.fxRate ?? ONE);
  const multiplier = option ? position.multiplier : (position.multiplier ?? ONE);
  if (!multiplier?.gt(0)) return fail('MISSING_DATA', 'The multiplier is missing.');
  const quantity = option ? position.quantity : position.quantity.times(multiplier);
  const total = marketValue?.abs() ?? position.price?.times(position.quantity).times(multiplier).times(rate).abs() ?? null;
  if (total === null) return fail('MISSING_DATA', 'The market value is missing.');
  const facts = {
    long: resolved.direction === 'long',
    quantity,
    value: total.div(quantity),
    positions: [{ id: position.positionId, quantity }],
  };
  if (!option) return success(keyed({ ...facts, key: '', kind: 'stock' }));
  if (strike === null || optionType === null || maturity === null)
    return fail('MISSING_DATA', 'An option needs its strike, option type and maturity.');
  if (!strike.gt(0)) return fail('INVALID', 'The strike is above 0.');
  if (maturity < settings.asOf) return fail('INVALID', `The maturity lies before ${settings.asOf}, the date of the portfolio.`);
  return success(
    keyed({
      ...facts,
      key: '',
      kind: optionType,
      units: multiplier,
      strike: strike.times(rate),
      expiry: maturity,
      european: position.exerciseStyle === 'european',
      cashSettled: product === 'index_option',
      broadIndex: product === 'index_option' && position.underlierType === 'broad_index',
      otc: settings.otc && position.clearedBy === null,
    }),
  );
}

function keyed(line: StrategyLine): StrategyLine {
  const series =
    line.kind === 'stock'
      ? []
      : [line.expiry, line.strike, line.units, line.european, line.cashSettled, line.broadIndex, line.otc].map(String);
  return { ...line, key: [line.kind, ...series, line.long ? 'long' : 'short', line.value.toString()].join(' ') };
}

function merge(lines: readonly StrategyLine[]): StrategyLine[] {
  const byKey = new Map<string, StrategyLine>();
  for (const line of lines) {
    const before = byKey.get(line.key);
    byKey.set(
      line.key,
      before
        ? { ...line, quantity: sumDecimals([before.quantity, line.quantity]), positions: [...before.positions, ...line.positions] }
        : line,
    );
  }
  return [...byKey.keys()].sort(compare).flatMap((key) => byKey.get(key) ?? []);
}

/** The price of the stock in the account, else the notional of the first option that has one, over its units. */
function priceOf(lines: readonly StrategyLine[], positions: readonly ResolvedPosition[]): Pick<UnderlierBook, 'price' | 'priceFrom'> {
  const stock = lines.find(({ kind }) => kind === 'stock');
  if (stock) return { price: stock.value, priceFrom: `market value of ${stock.positions[0]?.id ?? ''} over its quantity` };
  for (const { position, notional } of positions) {
    const units = position.quantity?.times(position.multiplier ?? ONE);
    if (notional?.gt(0) && units) return { price: notional.div(units), priceFrom: `notional of ${position.positionId} over its units` };
  }
  return { price: null, priceFrom: '' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
