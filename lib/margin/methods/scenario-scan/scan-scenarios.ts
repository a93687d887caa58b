import { type Decimal, ONE } from '@/lib/core/decimal';
import type { ScanCommodity } from '../../parameters/scan-parameters';
import type { Citation } from '../margin-node';

/** One scenario: the price moves by `thirds` of a third of its scan range (`null`: the extreme multiple, up or down), the volatility by its whole range. */
export interface ScanScenario {
  readonly number: number;
  readonly thirds: number | null;
  readonly up: boolean;
  readonly volatility: 1 | 0 | -1;
}

/** The array as it is recalled; exchanges publish theirs with their figures. */
export const ARRAY_CITATION: Citation = {
  paragraph: 'Array of 16 scenarios of price and volatility',
  standing: 'recalled',
};

/** That there are 16 scenarios, in pairs but for the last two, and that the price scan range is the maintenance requirement. */
export const COMPONENTS_CITATION: Citation = {
  paragraph: 'CME Clearing, components of scanning risk',
  standing: 'secondary',
  url: 'http://www.cme.com/clearing/rmspan/span/components.html',
};

const THIRDS = [0, 1, -1, 2, -2, 3, -3] as const;

/** Scenarios 1 to 14: no move, then one, two and three thirds up and down, each with volatility up and down; 15 and 16: the extreme moves. */
export const SCAN_SCENARIOS: readonly ScanScenario[] = [
  ...THIRDS.flatMap((thirds, i) => [
    { number: 2 * i + 1, thirds, up: thirds >= 0, volatility: 1 } as const,
    { number: 2 * i + 2, thirds, up: thirds >= 0, volatility: -1 } as const,
  ]),
  { number: 15, thirds: null, up: true, volatility: 0 },
  { number: 16, thirds: null, up: false, volatility: 0 },
];

/** The move of one unit's price, in the commodity's currency. */
export function priceMove({ thirds, up }: ScanScenario, { priceScanRange, extremeMultiple }: ScanCommodity): Decimal {
  if (thirds !== null) return priceScanRange.times(thirds).div(3);
  const extreme = priceScanRange.times(extremeMultiple);
  return up ? extreme : extreme.neg();
}

/** The move of the volatility, as a ratio. */
export function volatilityMove({ volatility }: ScanScenario, { volatilityScanRange }: ScanCommodity): Decimal {
  return volatilityScanRange.times(volatility);
}

/** The share of a scenario's loss that counts. */
export function coverOf({ thirds }: ScanScenario, { extremeCover }: ScanCommodity): Decimal {
  return thirds === null ? extremeCover : ONE;
}

/** The scenario with the same price and the other volatility; itself for an extreme one. */
export function pairOf({ number }: ScanScenario): number {
  if (number > 14) return number;
  return number % 2 === 1 ? number + 1 : number - 1;
}

/** As a node names it: "price +2/3, volatility down". */
export function scenarioLabel({ thirds, up, volatility }: ScanScenario): string {
  if (thirds === null) return `extreme move ${up ? 'up' : 'down'}, volatility unchanged`;
  const price =
    thirds === 0 ? 'price unchanged' : `price ${thirds > 0 ? '+' : '−'}${Math.abs(thirds) === 3 ? '1' : `${Math.abs(thirds)}/3`}`;
  return `${price}, volatility ${volatility > 0 ? 'up' : 'down'}`;
}

/** The figures of a commodity as a node refers to them. */
export function commodityReferences(
  commodity: ScanCommodity,
  source: string,
): {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly citation: Citation;
}[] {
  const citation: Citation = { paragraph: source, standing: 'secondary' };
  const of = (name: string, value: Decimal, unit: string) => ({ name, value: value.toString(), unit, citation });
  return [
    of('price scan range', commodity.priceScanRange, `${commodity.currency} a unit`),
    of('volatility scan range', commodity.volatilityScanRange, 'ratio'),
    of('extreme multiple', commodity.extremeMultiple, 'times the price scan range'),
    of('extreme cover', commodity.extremeCover, 'ratio'),
    of('delivery charge', commodity.deliveryCharge, `${commodity.currency} a contract`),
    of('short option minimum', commodity.shortOptionMinimum, `${commodity.currency} a contract`),
  ];
}
