import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { byUnitDeduction, type CdsLine } from './cds-line';
import type { SecurityLine } from './security-line';

/** Part of a swap set against part of a bond's principal. */
export interface BondPair {
  readonly cds: CdsLine;
  readonly bond: SecurityLine;
  /** Notional of the swap, and the same principal of the bond. */
  readonly matched: Decimal;
  /** Market value of that principal. */
  readonly value: Decimal;
  /** What is left to deduct because of the pair: half of the bond's deduction for (iv), nothing of the swap's for (v). */
  readonly deduction: Decimal;
}

/** Principal of a bond: its notional, or its market value where the file gives none. */
function principalOf(bond: SecurityLine): Decimal {
  return bond.resolved.notional ?? bond.value;
}

/** Names under which a swap finds its bonds; a bond and a swap fit where they share one. */
type Keys = (line: CdsLine | SecurityLine) => readonly string[];

/** The swap names the bond, or the bond is in the swap's deliverable basket on the same entity. */
const delivered: Keys = ({ resolved: { position } }) => {
  const { underlier, referenceEntity, deliverableBasket } = position;
  const inBasket = referenceEntity === null || deliverableBasket === null ? null : JSON.stringify([referenceEntity, deliverableBasket]);
  return keysOf(underlier, inBasket);
};

/** The swap names the bond, or the entity that issued it. */
const referenced: Keys = ({ resolved: { position } }) => keysOf(position.underlier, position.referenceEntity);

function keysOf(underlier: string | null, entity: string | null): string[] {
  return [...(underlier === null ? [] : [`underlier ${underlier}`]), ...(entity === null ? [] : [`entity ${entity}`])];
}

/**
 * (P)(1)(iv): long bond and long swap on it, where the bond can be delivered: half of the bond's deduction, none on the swap. The bond's part leaves
 * its paragraph's own sum. Changes `open` of both.
 */
export function pairLongBonds(swaps: readonly CdsLine[], bonds: readonly SecurityLine[]): BondPair[] {
  return pair(swaps, bonds, true, delivered, (bond, value) => bond.rate.times(value).div(2));
}

/**
 * (P)(1)(v): short bond and short swap on it or on its issuer: the bond's deduction only. The bond stays in its paragraph's own sum; the pair carries
 * nothing more. Changes `open` of the swaps.
 */
export function pairShortBonds(swaps: readonly CdsLine[], bonds: readonly SecurityLine[]): BondPair[] {
  return pair(swaps, bonds, false, referenced, () => new Decimal(0));
}

/** What is left of a bond for further swaps. */
interface FreeBond {
  readonly bond: SecurityLine;
  principal: Decimal;
  value: Decimal;
}

function pair(
  swaps: readonly CdsLine[],
  bonds: readonly SecurityLine[],
  long: boolean,
  keys: Keys,
  deduct: (bond: SecurityLine, value: Decimal) => Decimal,
): BondPair[] {
  const queues = new Map<string, { readonly bonds: FreeBond[]; head: number }>();
  for (const bond of bonds.filter((line) => line.long === long).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const free = { bond, principal: principalOf(bond), value: bond.value };
    for (const key of keys(bond)) {
      const queue = queues.get(key);
      if (queue) queue.bonds.push(free);
      else queues.set(key, { bonds: [free], head: 0 });
    }
  }
  const first = (key: string): FreeBond | undefined => {
    const queue = queues.get(key);
    while (queue?.bonds[queue.head]?.principal.isZero()) queue.head += 1;
    return queue?.bonds[queue.head];
  };
  const pairs: BondPair[] = [];
  for (const cds of swaps.filter((line) => line.long === long && line.liftedRow === null).sort(byUnitDeduction)) {
    while (!cds.open.isZero()) {
      const [next] = keys(cds)
        .flatMap((key) => first(key) ?? [])
        .sort((a, b) => (a.bond.id < b.bond.id ? -1 : 1));
      if (!next) break;
      pairs.push(take(cds, next, long, deduct));
    }
  }
  return pairs;
}

function take(cds: CdsLine, free: FreeBond, long: boolean, deduct: (bond: SecurityLine, value: Decimal) => Decimal): BondPair {
  const { bond } = free;
  const matched = Decimal.min(cds.open, free.principal);
  // The last part takes what is left of the value, so that the parts are the whole.
  const value = matched.eq(free.principal) ? free.value : bond.value.times(matched).div(principalOf(bond));
  cds.open = sumDecimals([cds.open, matched.neg()]);
  free.principal = sumDecimals([free.principal, matched.neg()]);
  free.value = sumDecimals([free.value, value.neg()]);
  if (long) bond.open = sumDecimals([bond.open, value.neg()]);
  return { cds, bond, matched, value, deduction: deduct(bond, value) };
}
