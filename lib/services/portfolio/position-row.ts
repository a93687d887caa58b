import type { Decimal } from '@/lib/core/decimal';
import type { Classification } from '@/lib/margin/classification/regime';
import type { Position } from '@/lib/margin/portfolio/position';
import { positionToJson } from '@/lib/margin/portfolio/position-codec';

/** A row of PortfolioPosition as JSON; notional and market value are in the calculation currency, so that rows can be summed. */
export function positionRow(position: Position, ordinal: number, { regime, test }: Classification) {
  return {
    ordinal,
    positionId: position.positionId,
    product: position.product,
    regime,
    test,
    counterparty: position.counterparty,
    netting: position.nettingAgreement,
    currency: position.currency,
    notional: converted(position.notional, position.fxRate),
    marketValue: converted(position.marketValue, position.fxRate),
    data: positionToJson(position),
  };
}

function converted(amount: Decimal | null, rate: Decimal | null): string | null {
  if (amount === null) return null;
  return (rate === null ? amount : amount.times(rate)).toString();
}
