import { type Decimal, parseDecimal, sumDecimals } from '@/lib/core/decimal';
import type { CrifRow } from '../../portfolio/crif-row';
import type { CrifNetting, Slot } from './crif-netting';
import type { NettedItem } from './regulation-margin';

/** Where the rows of one position went, with their amounts as they count there. */
export interface PositionRows {
  readonly positionId: string;
  readonly parts: readonly { readonly slot: Slot; readonly amount: Decimal }[];
}

/** Nets a position's rows with those of others and keeps what each added. Null: it has no row of SIMM. */
export function addPosition(netting: CrifNetting, positionId: string, rows: readonly CrifRow[]): PositionRows | null {
  const parts = rows.flatMap((row) => {
    const slot = netting.add(row, positionId);
    const amount = parseDecimal(row.amountUsd ?? row.amount ?? '');
    if (slot === null || amount === null) return [];
    return [{ slot, amount: slot.type === 'add-on' && slot.item.kind === 'notional' ? amount.abs() : amount }];
  });
  return parts.length === 0 ? null : { positionId, parts };
}

/**
 * The position's part of a margin: Σ slope × its own amounts. Null: nothing of it has an amount. Rows that the calculation does not count, and figures
 * that others' amounts are multiplied by, add nothing.
 */
export function shareOf({ parts }: PositionRows, slopes: ReadonlyMap<NettedItem, Decimal>, counted: ReadonlySet<unknown>): Decimal | null {
  const products: Decimal[] = [];
  let hasAmount = false;
  for (const { slot, amount } of parts) {
    if (slot.type === 'refused') continue;
    const slope = slopes.get(slot.item);
    if (slope !== undefined) products.push(slope.times(amount));
    const isFigure = slot.type === 'add-on' && (slot.item.kind === 'factor' || slot.item.kind === 'multiplier');
    hasAmount ||= slope !== undefined || isFigure || !counted.has(slot.item);
  }
  return hasAmount ? sumDecimals(products) : null;
}
