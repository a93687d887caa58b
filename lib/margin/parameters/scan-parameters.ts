import type { Decimal } from '@/lib/core/decimal';

/** The figures of an exchange or clearing house that the scenario scan needs, as a firm loads them (docs/formats/scan-parameters.md). */
export interface ScanParameters {
  readonly name: string;
  /** ISO date from which the figures apply, where the file says so. */
  readonly effective: string | null;
  /** Where the figures are from. */
  readonly source: string;
  readonly commodities: ReadonlyMap<string, ScanCommodity>;
  readonly interCommodity: readonly InterCommodityCredit[];
  readonly contentHash: string;
}

/** One combined commodity. Ranges are per contract, in `currency`. */
export interface ScanCommodity {
  readonly id: string;
  readonly currency: string;
  /** Underliers of the positions file that belong to it. */
  readonly underliers: readonly string[];
  /** Price move that is scanned, per unit of the underlier, before the multiplier. */
  readonly priceScanRange: Decimal;
  /** Volatility move that is scanned, as a ratio: 0.05 is five points. */
  readonly volatilityScanRange: Decimal;
  /** Multiple of the price scan range in the two extreme scenarios, and the share of their loss that counts. */
  readonly extremeMultiple: Decimal;
  readonly extremeCover: Decimal;
  readonly intraCommodity: readonly IntraCommodityCharge[];
  /** Charge per contract in its delivery month; 0 for none. */
  readonly deliveryCharge: Decimal;
  /** Per short option contract. */
  readonly shortOptionMinimum: Decimal;
}

/** A charge for each spread between two maturity tiers (or within one); spreads are formed in the order of `priority`. */
export interface IntraCommodityCharge {
  readonly priority: number;
  /** Months to maturity, both ends counted. */
  readonly tierA: { readonly from: number; readonly to: number };
  readonly tierB: { readonly from: number; readonly to: number };
  readonly charge: Decimal;
}

/** A credit for offsetting positions in two or more combined commodities; formed in the order of `priority`. */
export interface InterCommodityCredit {
  readonly priority: number;
  readonly legs: readonly { readonly commodity: string; readonly ratio: Decimal; readonly side: 'A' | 'B' }[];
  /** Share of the scanning risk that the offset frees, as a ratio. */
  readonly credit: Decimal;
}
