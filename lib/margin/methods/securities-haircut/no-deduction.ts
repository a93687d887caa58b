import type { Product } from '../../portfolio/position';
import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';

const FUTURES: readonly Product[] = ['treasury_future', 'equity_index_future', 'interest_rate_future', 'other_future', 'future_option'];

/** Why this method gives a product no amount. */
export function noDeduction({ position }: ResolvedPosition): PositionFailure {
  const { positionId, product } = position;
  if (FUTURES.includes(product))
    return {
      reason: 'NOT_APPLICABLE',
      positionId,
      message:
        'Futures and options on them are margined by their exchange; this method computes them only with options on the same index, or as deliverable governments.',
    };
  return {
    reason: 'NO_RULE',
    positionId,
    message: `No deduction for product ${product} was read in 17 CFR 240.15c3-1(c)(2)(vi).`,
  };
}
