import type { VectorPart } from '../../evidence/loss-vector';
import { pnlRate } from '../../evidence/pnl-rate';
import type { PnlVectors } from '../../evidence/pnl-vectors';
import type { PositionFailure } from '../group-failures';
import type { MethodContext, ResolvedPosition } from '../method';
import type { VarSettings } from './var-settings';

/** A position with its vector and its rate to the calculation currency. */
export interface VarMember extends VectorPart {
  readonly id: string;
}

/** Vectors are profits of the holder: -1 where the holder's losses are covered. The post side is the other party's view. */
export function lossSign({ view }: Pick<VarSettings, 'view'>, side: 'collect' | 'post'): 1 | -1 {
  return (view === 'holder') === (side === 'collect') ? -1 : 1;
}

/** The positions that can be measured, in order of id, and why others cannot. */
export function varMembers(
  positions: readonly ResolvedPosition[],
  pnl: PnlVectors,
  { currency, evidence }: Pick<MethodContext, 'currency' | 'evidence'>,
): { readonly members: readonly VarMember[]; readonly failures: readonly PositionFailure[] } {
  const members: VarMember[] = [];
  const failures: PositionFailure[] = [];
  for (const { position } of positions) {
    const id = position.positionId;
    const row = pnl.rows.get(id);
    if (row === undefined) {
      failures.push({ reason: 'MISSING_DATA', positionId: id, message: 'There is no whole profit and loss vector for the position.' });
      continue;
    }
    const rate = pnlRate(row.currency, currency, evidence.rates, position);
    if (rate === null || !rate.gt(0))
      failures.push({
        reason: 'NO_RATE',
        positionId: id,
        message: `The profit and loss is in ${row.currency}, and there is no rate from it to ${currency}.`,
      });
    else members.push({ id, row, rate });
  }
  members.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { members, failures };
}
