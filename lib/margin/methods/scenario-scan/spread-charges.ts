import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { ScanCommodity } from '../../parameters/scan-parameters';
import { allocate } from '../allocate';
import type { ScanLine } from './scan-line';

/** A charge of one commodity, in its currency, and what each line carries of it. */
export interface SharedCharge {
  readonly amount: Decimal;
  readonly shares: readonly Decimal[];
  /** Spreads or contracts that were charged. */
  readonly count: Decimal;
}

/** Delta of each month, long and short positions in it netted. */
export function deltaByMonth(lines: readonly ScanLine[]): Map<number, Decimal> {
  const months = new Map<number, Decimal>();
  for (const { months: month, delta } of lines) months.set(month, (months.get(month) ?? ZERO).plus(delta));
  return new Map([...months].sort(([a], [b]) => a - b));
}

/**
 * Charges spreads between months, in order of priority: as many as the delta that is long in one tier and short in the other allows, both ways. A month's
 * delta that a spread took is gone for later ones; within a tier the soonest months go first. A charge is borne half by each side, and in a month by its
 * positions in proportion to the size of their delta.
 */
export function intraCommodityCharge(lines: readonly ScanLine[], { intraCommodity }: Pick<ScanCommodity, 'intraCommodity'>): SharedCharge {
  const left = deltaByMonth(lines);
  const byMonth = new Map<number, Decimal>();
  let count = ZERO;
  for (const { tierA, tierB, charge } of intraCommodity) {
    for (const side of [1, -1] as const) {
      const spreads = Decimal.min(available(left, tierA, side), available(left, tierB, -side as 1 | -1));
      if (!spreads.gt(0)) continue;
      count = count.plus(spreads);
      const half = charge.div(2);
      take(left, tierA, side, spreads, half, byMonth);
      take(left, tierB, -side as 1 | -1, spreads, half, byMonth);
    }
  }
  return { ...shareByMonth(lines, byMonth), count };
}

/** Delta that matures in the month of the portfolio's day, charged by the contract whichever its side. */
export function deliveryCharge(
  lines: readonly ScanLine[],
  { deliveryCharge: charge }: Pick<ScanCommodity, 'deliveryCharge'>,
): SharedCharge {
  const net = (deltaByMonth(lines).get(0) ?? ZERO).abs();
  return { ...shareByMonth(lines, new Map([[0, net.times(charge)]])), count: net };
}

interface Tier {
  readonly from: number;
  readonly to: number;
}

function monthsOf(left: ReadonlyMap<number, Decimal>, { from, to }: Tier, side: 1 | -1): [month: number, size: Decimal][] {
  return [...left].flatMap(([month, delta]) => {
    const size = delta.times(side);
    return month >= from && month <= to && size.gt(0) ? [[month, size] as [number, Decimal]] : [];
  });
}

function available(left: ReadonlyMap<number, Decimal>, tier: Tier, side: 1 | -1): Decimal {
  return sumDecimals(monthsOf(left, tier, side).map(([, size]) => size));
}

function take(
  left: Map<number, Decimal>,
  tier: Tier,
  side: 1 | -1,
  spreads: Decimal,
  charge: Decimal,
  byMonth: Map<number, Decimal>,
): void {
  let wanted = spreads;
  for (const [month, size] of monthsOf(left, tier, side)) {
    const taken = Decimal.min(wanted, size);
    left.set(month, size.minus(taken).times(side));
    byMonth.set(month, (byMonth.get(month) ?? ZERO).plus(taken.times(charge)));
    wanted = wanted.minus(taken);
    if (!wanted.gt(0)) return;
  }
}

function shareByMonth(lines: readonly ScanLine[], byMonth: ReadonlyMap<number, Decimal>): Pick<SharedCharge, 'amount' | 'shares'> {
  const shares = lines.map(() => ZERO as Decimal);
  for (const [month, amount] of byMonth) {
    const members = lines.flatMap((line, i) => (line.months === month ? [i] : []));
    const parts = allocate(
      amount,
      members.map((i) => (lines[i]?.delta ?? ZERO).abs()),
    );
    members.forEach((i, at) => {
      shares[i] = parts[at] ?? ZERO;
    });
  }
  return { amount: sumDecimals(byMonth.values()), shares };
}
