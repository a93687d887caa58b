import type { Product } from '../../portfolio/position';
import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';

const OPTIONS: readonly Product[] = ['equity_option', 'index_option', 'security_future', 'future_option'];
const FUTURES: readonly Product[] = ['treasury_future', 'equity_index_future', 'interest_rate_future', 'other_future'];

/** Why this method gives a product no amount. */
export function noDeduction({ position }: ResolvedPosition): PositionFailure {
  const { positionId, product } = position;
  if (OPTIONS.includes(product))
    return {
      reason: 'NO_RULE',
      positionId,
      message:
        'Options and security futures are margined by Appendix A (17 CFR 240.15c3-1a) or by exchange rules, which this method does not compute.',
    };
  if (FUTURES.includes(product))
    return { reason: 'NOT_APPLICABLE', positionId, message: 'Futures are margined by their exchange; this method does not compute them.' };
  return {
    reason: 'NO_RULE',
    positionId,
    message: `No deduction for product ${product} was read in 17 CFR 240.15c3-1(c)(2)(vi).`,
  };
}
