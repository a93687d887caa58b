import { Decimal } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { PositionFailure } from '../methods/group-failures';
import type { ResolvedPosition } from '../methods/method';
import { turnSide } from '../methods/turn-side';
import type { Position, Product } from '../portfolio/position';

const PRICED_BY_QUANTITY: ReadonlySet<Product> = new Set(['equity', 'preferred_stock']);

/**
 * A position with its amounts in the calculation currency, seen from the side that margin is computed for. Shares without a market value are worth
 * quantity × price × multiplier. Fails with NO_RATE where the position's currency is another and the file gives no rate.
 */
export function resolvePosition(position: Position, currency: string, side: 'collect' | 'post'): Result<ResolvedPosition, PositionFailure> {
  const { positionId } = position;
  const rate = position.currency === currency ? new Decimal(1) : position.fxRate;
  if (rate === null)
    return failure({
      reason: 'NO_RATE',
      positionId,
      message: `There is no rate from ${position.currency} to ${currency}, the currency of the calculation.`,
    });
  if (rate.lte(0)) return failure({ reason: 'INVALID', positionId, message: 'An exchange rate is above 0.' });
  const convert = (amount: Decimal | null) => (amount === null ? null : amount.times(rate));
  const resolved: ResolvedPosition = {
    position,
    direction: position.direction,
    notional: convert(position.notional),
    marketValue: convert(position.marketValue ?? valueOfShares(position)),
  };
  return success(side === 'collect' ? resolved : turnSide(resolved));
}

function valueOfShares({ product, quantity, price, multiplier, direction }: Position): Decimal | null {
  if (!PRICED_BY_QUANTITY.has(product) || quantity === null || price === null) return null;
  const value = quantity
    .abs()
    .times(price)
    .times(multiplier ?? 1);
  return direction === 'long' ? value : value.neg();
}
