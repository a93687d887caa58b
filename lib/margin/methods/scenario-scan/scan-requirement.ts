import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';

/** The parts of one commodity's requirement, all in one currency. */
export interface ScanParts {
  readonly scanRisk: Decimal;
  readonly intraCommodity: Decimal;
  readonly delivery: Decimal;
  readonly interCommodity: Decimal;
  readonly shortOptionMinimum: Decimal;
}

/** max(scan risk + intra-commodity charge + delivery charge − inter-commodity credit, short option minimum). */
export function commodityRequirement({ scanRisk, intraCommodity, delivery, interCommodity, shortOptionMinimum }: ScanParts): Decimal {
  return Decimal.max(sumDecimals([scanRisk, intraCommodity, delivery, interCommodity.neg()]), shortOptionMinimum);
}

/** The requirement of a netting set: commodities added up, less the net value of its options (longs less shorts), and not below 0. */
export function scanRequirement(commodities: readonly Decimal[], netOptionValue: Decimal): Decimal {
  return Decimal.max(sumDecimals([...commodities, netOptionValue.neg()]), ZERO);
}
