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

const sameText = (a: string | null, b: string | null) => a !== null && a === b;

/** The swap names the bond, or the bond is in the swap's deliverable basket on the same entity. */
function delivers(cds: CdsLine, bond: SecurityLine): boolean {
  const a = cds.resolved.position;
  const b = bond.resolved.position;
  return (
    sameText(a.underlier, b.underlier) ||
    (sameText(a.referenceEntity, b.referenceEntity) && sameText(a.deliverableBasket, b.deliverableBasket))
  );
}

/** The swap names the bond, or the entity that issued it. */
function references(cds: CdsLine, bond: SecurityLine): boolean {
  const a = cds.resolved.position;
  const b = bond.resolved.position;
  return sameText(a.underlier, b.underlier) || sameText(a.referenceEntity, b.referenceEntity);
}

/**
 * (P)(1)(iv): long bond and long swap on it, where the bond can be delivered: half of the bond's deduction, none on the swap. The bond's part leaves
 * its paragraph's own sum. Changes `open` of both.
 */
export function pairLongBonds(swaps: readonly CdsLine[], bonds: readonly SecurityLine[]): BondPair[] {
  return pair(swaps, bonds, true, delivers, (bond, value) => bond.rate.times(value).div(2));
}

/**
 * (P)(1)(v): short bond and short swap on it or on its issuer: the bond's deduction only. The bond stays in its paragraph's own sum; the pair carries
 * nothing more. Changes `open` of the swaps.
 */
export function pairShortBonds(swaps: readonly CdsLine[], bonds: readonly SecurityLine[]): BondPair[] {
  return pair(swaps, bonds, false, references, () => new Decimal(0));
}

function pair(
  swaps: readonly CdsLine[],
  bonds: readonly SecurityLine[],
  long: boolean,
  fits: (cds: CdsLine, bond: SecurityLine) => boolean,
  deduct: (bond: SecurityLine, value: Decimal) => Decimal,
): BondPair[] {
  const sided = bonds.filter((bond) => bond.long === long).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (sided.length === 0) return [];
  const free = new Map(sided.map((bond) => [bond, { principal: principalOf(bond), value: bond.value }]));
  const candidates = indexBonds(sided);
  const pairs: BondPair[] = [];
  for (const cds of swaps.filter((line) => line.long === long && line.liftedRow === null).sort(byUnitDeduction)) {
    const { underlier, referenceEntity } = cds.resolved.position;
    const near = new Set([...(candidates.get(`u ${underlier}`) ?? []), ...(candidates.get(`e ${referenceEntity}`) ?? [])]);
    for (const bond of near) {
      const left = free.get(bond);
      if (cds.open.isZero()) break;
      if (left === undefined || left.principal.isZero() || !fits(cds, bond)) continue;
      const matched = Decimal.min(cds.open, left.principal);
      // The last part takes what is left of the value, so that the parts are the whole.
      const value = matched.eq(left.principal) ? left.value : bond.value.times(matched).div(principalOf(bond));
      cds.open = sumDecimals([cds.open, matched.neg()]);
      left.principal = sumDecimals([left.principal, matched.neg()]);
      left.value = sumDecimals([left.value, value.neg()]);
      if (long) bond.open = sumDecimals([bond.open, value.neg()]);
      pairs.push({ cds, bond, matched, value, deduction: deduct(bond, value) });
    }
  }
  return pairs;
}

function indexBonds(bonds: readonly SecurityLine[]): Map<string, SecurityLine[]> {
  const index = new Map<string, SecurityLine[]>();
  for (const bond of bonds) {
    const { underlier, referenceEntity } = bond.resolved.position;
    for (const key of [underlier === null ? null : `u ${underlier}`, referenceEntity === null ? null : `e ${referenceEntity}`]) {
      if (key === null) continue;
      const list = index.get(key);
      if (list) list.push(bond);
      else index.set(key, [bond]);
    }
  }
  return index;
}
