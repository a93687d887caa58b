import type { FailureReason, MarginFailure } from '../margin-node';
import type { RowNames } from './crif-netting';

/** Why rows enter nothing. The first rows of each slot are named; a message with more says how many there are in all. */
export function rowsFailure(reason: FailureReason, message: string, slots: readonly { readonly rows: RowNames }[]): MarginFailure {
  const positionIds = [...new Set(slots.flatMap(({ rows }) => rows.ids))].sort();
  const count = slots.reduce((total, { rows }) => total + rows.count, 0);
  const named = slots.reduce((total, { rows }) => total + rows.ids.length, 0);
  return { reason, positionIds, message: count > named ? `${message} ${count} rows are concerned; the first are named.` : message };
}
