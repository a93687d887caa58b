import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { PnlVectors } from '../../evidence/pnl-vectors';
import type { MethodContext, NettingSet } from '../method';
import { type LossFrame, setLosses } from './loss-source';
import { lossSign, varMembers } from './var-members';
import { varRequirement } from './var-requirement';
import { readVarSettings } from './var-settings';
import { type HistorySpan, type VarWindows, varWindows } from './var-windows';

/** Amounts of positions that nothing nets are as many as positions and days; above this they are not computed again. */
const MOST_APART = 500_000;

/**
 * What the method asks for netting sets as of earlier days: one list of amounts for each set, an amount for each span. Each set's losses are added up once.
 * Fails with a sentence where a span cannot give what the settings ask for, or where the work would be too much.
 */
export function varHistory(
  sets: readonly Pick<NettingSet, 'positions' | 'underAgreement'>[],
  parameters: Readonly<Record<string, string>>,
  spans: readonly HistorySpan[],
  pnl: PnlVectors,
  context: Pick<MethodContext, 'currency' | 'evidence' | 'side'>,
): Result<(readonly Decimal[])[], string> {
  const settings = readVarSettings(parameters);
  const windows: VarWindows[] = [];
  for (const span of spans) {
    const cut = varWindows(pnl, settings, span);
    if (!cut.ok) return cut;
    windows.push(cut.value);
  }
  const apart = sets.reduce((sum, set) => sum + (set.underAgreement ? 0 : set.positions.length), 0);
  if (apart * spans.length > MOST_APART)
    return failure(`${apart} positions that no agreement nets are too many to be computed again for ${spans.length} days.`);
  const frame: LossFrame = { scale: pnl.scale, scenarios: pnl.scenarios.length, sign: lossSign(settings, context.side) };
  const amounts = sets.map((set) => {
    const { members } = varMembers(set.positions, pnl, context);
    if (members.length === 0) return windows.map(() => sumDecimals([]));
    const sources = set.underAgreement ? [setLosses(members, frame)] : members.map((member) => setLosses([member], frame));
    return windows.map((window) => sumDecimals(sources.map((source) => varRequirement(source, window, settings).amount)));
  });
  return success(amounts);
}
