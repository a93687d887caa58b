import { type Decimal, parseDecimal, sumDecimals } from '@/lib/core/decimal';
import type { CrifRow } from '../../portfolio/crif-row';
import type { AddOnItem, CrifNetting, NetSensitivity, NetSum, RefusedRows, Slot } from './crif-netting';
import type { CountedRows, NettedItem } from './regulation-margin';

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

/** The position's rows on their own, as if no others had been netted with them. Add-on figures count once each, as they do in the whole. */
export function rowsAlone({ positionId, parts }: PositionRows): CountedRows {
  const alone = { sensitivities: [] as NetSensitivity[], addOns: [] as AddOnItem[], refused: [] as RefusedRows[] };
  const ofSlot = new Map<Slot, Decimal[]>();
  for (const { slot, amount } of parts) {
    const known = ofSlot.get(slot);
    if (known) known.push(amount);
    else ofSlot.set(slot, [amount]);
  }
  for (const [slot, amounts] of ofSlot) {
    const rows = { ids: amounts.map(() => positionId), count: amounts.length };
    if (slot.type === 'refused') alone.refused.push({ ...slot.item, rows });
    else if (slot.type === 'sensitivity') alone.sensitivities.push({ ...slot.item, rows, sum: fixed(sumOfAmounts(amounts)) });
    else {
      const adds = slot.item.kind === 'fixed' || slot.item.kind === 'notional';
      alone.addOns.push({ ...slot.item, rows, sum: adds ? fixed(sumOfAmounts(amounts)) : slot.item.sum });
    }
  }
  return alone;
}

function sumOfAmounts(amounts: readonly Decimal[]): Decimal {
  const [only] = amounts;
  return only !== undefined && amounts.length === 1 ? only : sumDecimals(amounts);
}

function fixed(value: Decimal): NetSum {
  return { value: () => value };
}
