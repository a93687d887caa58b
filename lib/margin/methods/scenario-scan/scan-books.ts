import { type Decimal, ONE } from '@/lib/core/decimal';
import { pnlRate } from '../../evidence/pnl-rate';
import type { ScanCommodity, ScanParameters } from '../../parameters/scan-parameters';
import type { PositionFailure } from '../group-failures';
import type { MethodContext, NettingSet, ResolvedPosition } from '../method';
import { type ScanLine, type ScanSettings, scanLine, UnitValues } from './scan-line';

const FUTURES = ['treasury_future', 'equity_index_future', 'interest_rate_future', 'other_future', 'security_future'] as const;
const OPTIONS = ['future_option', 'index_option', 'equity_option'] as const;
const PRODUCTS: ReadonlySet<string> = new Set([...FUTURES, ...OPTIONS]);
const FUTURE_PRODUCTS: ReadonlySet<string> = new Set(FUTURES);

/** The positions of one commodity that can be scanned. */
export interface ScanBook {
  readonly commodity: ScanCommodity;
  readonly rate: Decimal;
  /** In order of id. */
  readonly lines: readonly ScanLine[];
}

/** A netting set's positions by commodity, in order of its id, and why others cannot be scanned. */
export function scanBooks(
  set: NettingSet,
  scan: ScanParameters | null,
  settings: ScanSettings,
  context: MethodContext,
): { readonly books: readonly ScanBook[]; readonly failures: readonly PositionFailure[] } {
  const failures: PositionFailure[] = [];
  const commodityByUnderlier = indexOf(scan);
  const members = new Map<ScanCommodity, ResolvedPosition[]>();
  const positions = [...set.positions].sort((a, b) => (a.position.positionId < b.position.positionId ? -1 : 1));
  for (const resolved of positions) {
    const { position } = resolved;
    const commodity = commodityByUnderlier.get(position.underlier ?? '');
    const problem = scopeProblem(resolved, scan, commodity);
    if (problem !== null || commodity === undefined) failures.push({ ...(problem ?? NO_COMMODITY), positionId: position.positionId });
    else {
      const known = members.get(commodity);
      if (known) known.push(resolved);
      else members.set(commodity, [resolved]);
    }
  }
  const futurePrice = futurePrices(positions);
  const values = valuesOf(scan);
  const books = [...members].map(([commodity, held]) => {
    const lines: ScanLine[] = [];
    let rate: Decimal | null = null;
    for (const resolved of held) {
      const { position } = resolved;
      const own = pnlRate(commodity.currency, context.currency, context.evidence.rates, position);
      const problem = rateProblem(own, rate, commodity, context.currency);
      if (problem !== null || own === null) {
        failures.push({ ...(problem ?? NO_COMMODITY), positionId: position.positionId });
        continue;
      }
      rate ??= own;
      const line = scanLine(resolved, { commodity, asOf: context.asOf, rate: own, settings, futurePrice, values });
      if (line.ok) lines.push(line.value);
      else failures.push(...line.failures);
    }
    return { commodity, rate: rate ?? ONE, lines };
  });
  const found = books.filter(({ lines }) => lines.length > 0).sort((a, b) => (a.commodity.id < b.commodity.id ? -1 : 1));
  return { books: found, failures };
}

type Problem = Omit<PositionFailure, 'positionId'>;
const NO_COMMODITY: Problem = { reason: 'MISSING_DATA', message: 'There are no scan parameters for the underlier.' };

function scopeProblem({ position }: ResolvedPosition, scan: ScanParameters | null, commodity: ScanCommodity | undefined): Problem | null {
  if (!PRODUCTS.has(position.product))
    return { reason: 'NOT_APPLICABLE', message: 'The scan covers futures and options on futures, indexes and shares only.' };
  if (scan === null)
    return { reason: 'MISSING_DATA', message: 'No scan parameters were loaded, and this method has no figures of its own.' };
  if (commodity === undefined)
    return {
      reason: 'MISSING_DATA',
      message: `The scan parameters "${scan.name}" have no commodity for the underlier ${position.underlier ?? '(none)'}.`,
    };
  if (position.currency !== commodity.currency)
    return {
      reason: 'INVALID',
      message: `The position is in ${position.currency}, and the figures of ${commodity.id} are in ${commodity.currency}.`,
    };
  return null;
}

function rateProblem(own: Decimal | null, first: Decimal | null, commodity: ScanCommodity, currency: string): Problem | null {
  if (own === null) return { reason: 'NO_RATE', message: `There is no rate from ${commodity.currency} to ${currency}.` };
  if (first !== null && !own.eq(first))
    return { reason: 'INVALID', message: `Positions in ${commodity.id} state different rates from ${commodity.currency} to ${currency}.` };
  return null;
}

/** One set of values for each set of figures, which never changes: netting sets hold the same series. */
const VALUES = new WeakMap<ScanParameters, UnitValues>();

function valuesOf(scan: ScanParameters | null): UnitValues {
  if (scan === null) return new UnitValues();
  const values = VALUES.get(scan) ?? new UnitValues();
  VALUES.set(scan, values);
  return values;
}

/** One index for each set of figures, which never changes. */
const INDEXES = new WeakMap<ScanParameters, ReadonlyMap<string, ScanCommodity>>();

function indexOf(scan: ScanParameters | null): ReadonlyMap<string, ScanCommodity> {
  if (scan === null) return new Map();
  const index =
    INDEXES.get(scan) ?? new Map([...scan.commodities.values()].flatMap((item) => item.underliers.map((name) => [name, item] as const)));
  INDEXES.set(scan, index);
  return index;
}

/** The price of the soonest future on an underlier that matures no sooner than an option on it. */
function futurePrices(positions: readonly ResolvedPosition[]): (underlier: string, notBefore: string) => Decimal | null {
  const byUnderlier = new Map<string, { maturity: string; price: Decimal }[]>();
  for (const { position } of positions) {
    const { underlier, maturity, price, product } = position;
    if (underlier === null || maturity === null || price === null || !FUTURE_PRODUCTS.has(product)) continue;
    const known = byUnderlier.get(underlier);
    if (known) known.push({ maturity, price });
    else byUnderlier.set(underlier, [{ maturity, price }]);
  }
  for (const futures of byUnderlier.values())
    futures.sort((a, b) => (a.maturity < b.maturity ? -1 : a.maturity > b.maturity ? 1 : a.price.cmp(b.price)));
  return (underlier, notBefore) => byUnderlier.get(underlier)?.find(({ maturity }) => maturity >= notBefore)?.price ?? null;
}
