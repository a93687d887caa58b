import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { ScanCommodity } from '../../parameters/scan-parameters';
import { allocate } from '../allocate';
import type { ScanLine } from './scan-line';
import { commodityRequirement } from './scan-requirement';
import { pairOf, SCAN_SCENARIOS } from './scan-scenarios';
import { deliveryCharge, intraCommodityCharge, type SharedCharge } from './spread-charges';

/** One commodity's risk before credits; amounts in the calculation currency. */
export interface CommodityRisk {
  readonly commodity: ScanCommodity;
  readonly lines: readonly ScanLine[];
  /** Sum of the lines' losses, by scenario. */
  readonly totals: readonly Decimal[];
  /** Index of the scenario with the largest loss, the first of equals; null where none has a loss. */
  readonly binding: number | null;
  readonly scanRisk: Decimal;
  /** The part of the scan risk that comes from the price: its scenario and the paired one on average, less scenarios 1 and 2 on average. */
  readonly priceRisk: Decimal;
  readonly netDelta: Decimal;
  readonly intra: SharedCharge;
  readonly delivery: SharedCharge;
  readonly shortOptionMinimum: Decimal;
}

/** Scans a commodity's lines, which are in order of id. Charges are stated in the commodity's currency: `rate` converts them. */
export function commodityRisk(commodity: ScanCommodity, lines: readonly ScanLine[], rate: Decimal): CommodityRisk {
  const totals = SCAN_SCENARIOS.map((_, i) => sumDecimals(lines.map(({ losses }) => losses[i] ?? ZERO)));
  let worst = 0;
  totals.forEach((total, i) => {
    if (total.gt(totals[worst] ?? ZERO)) worst = i;
  });
  const scanRisk = Decimal.max(totals[worst] ?? ZERO, ZERO);
  const binding = scanRisk.gt(0) ? worst : null;
  return {
    commodity,
    lines,
    totals,
    binding,
    scanRisk,
    priceRisk: binding === null ? ZERO : priceRiskOf(totals, binding, scanRisk),
    netDelta: sumDecimals(lines.map(({ delta }) => delta)),
    intra: converted(intraCommodityCharge(lines, commodity), rate),
    delivery: converted(deliveryCharge(lines, commodity), rate),
    shortOptionMinimum: sumDecimals(lines.map(({ shortOptions }) => shortOptions))
      .times(commodity.shortOptionMinimum)
      .times(rate),
  };
}

function priceRiskOf(totals: readonly Decimal[], binding: number, scanRisk: Decimal): Decimal {
  const scenario = SCAN_SCENARIOS[binding];
  const at = (number: number) => totals[number - 1] ?? ZERO;
  if (scenario === undefined) return ZERO;
  const risk = at(scenario.number)
    .plus(at(pairOf(scenario)))
    .minus(at(1))
    .minus(at(2))
    .div(2);
  return Decimal.min(Decimal.max(risk, ZERO), scanRisk);
}

function converted(charge: SharedCharge, rate: Decimal): SharedCharge {
  if (rate.eq(1)) return charge;
  const shares = charge.shares.map((share) => share.times(rate));
  return { ...charge, amount: sumDecimals(shares), shares };
}

/** What a commodity asks for: max(scan risk + spreads + delivery − credit, short option minimum), and each line's part of it, exactly. */
export function commodityAmount(
  risk: CommodityRisk,
  credit: Decimal,
): { readonly amount: Decimal; readonly minimumBinds: boolean; readonly shares: readonly Decimal[] } {
  const { lines, binding, scanRisk, intra, delivery, shortOptionMinimum } = risk;
  const amount = commodityRequirement({
    scanRisk,
    intraCommodity: intra.amount,
    delivery: delivery.amount,
    interCommodity: credit,
    shortOptionMinimum,
  });
  const minimumBinds = shortOptionMinimum.gt(0) && amount.eq(shortOptionMinimum);
  if (minimumBinds)
    return {
      amount,
      minimumBinds,
      shares: allocate(
        shortOptionMinimum,
        lines.map(({ shortOptions }) => shortOptions),
      ),
    };
  const credits = allocate(
    credit,
    lines.map(({ delta }) => delta.abs()),
  );
  const shares = lines.map(({ losses }, i) =>
    sumDecimals([
      binding === null ? ZERO : (losses[binding] ?? ZERO),
      intra.shares[i] ?? ZERO,
      delivery.shares[i] ?? ZERO,
      (credits[i] ?? ZERO).neg(),
    ]),
  );
  return { amount, minimumBinds, shares };
}

/** What a line would ask for if it were held alone, before the value of an option: it forms no spread. */
export function amountAlone({ losses, months, delta, shortOptions }: ScanLine, commodity: ScanCommodity, rate: Decimal): Decimal {
  return commodityRequirement({
    scanRisk: Decimal.max(...losses, ZERO),
    intraCommodity: ZERO,
    delivery: months === 0 ? delta.abs().times(commodity.deliveryCharge).times(rate) : ZERO,
    interCommodity: ZERO,
    shortOptionMinimum: shortOptions.times(commodity.shortOptionMinimum).times(rate),
  });
}
