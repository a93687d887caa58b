import { haircutRule } from '../cite';
import { EXTERNAL_METHOD } from '../external/external-method';
import type { MethodContext, MethodResult, NettingSet, ResolvedPosition } from '../method';

const SECURITY_BASED = new Set(['cds_single_name', 'cds_index', 'equity_swap', 'equity_index_swap']);

/** Whether a position is a cleared security-based swap, as far as the file tells it from a cleared swap. */
export function isClearedSwap({ position }: ResolvedPosition): boolean {
  return position.clearedBy !== null && SECURITY_BASED.has(position.product);
}

/** (O): cleared security-based swaps at the margin of the clearing agency, which is one of the amounts given. */
export function clearedResult(positions: readonly ResolvedPosition[], set: NettingSet, context: MethodContext): MethodResult {
  const { node, contributions, standalone } = EXTERNAL_METHOD.compute({ ...set, path: `${set.path}/cleared`, positions }, {}, context);
  return {
    node: { ...node, label: 'Cleared security-based swaps, by their clearing agency', level: 'class', citations: [haircutRule('(O)')] },
    contributions,
    standalone,
  };
}
