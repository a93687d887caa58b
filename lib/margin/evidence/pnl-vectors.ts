/**
 * Profit and loss of each position in each scenario, from the view of the position's holder: a loss is negative. Every amount is a whole number of
 * 10^-scale units of the row's currency, kept in doubles that are whole and below 2^53, so that sums are exact.
 */
export interface PnlVectors {
  /** Scenario names in the order of the file; dates as yyyy-mm-dd, in order of time, where `dated`. */
  readonly scenarios: readonly string[];
  readonly dated: boolean;
  readonly scale: number;
  readonly rows: ReadonlyMap<string, PnlRow>;
  readonly contentHash: string;
}

/** One position's vector, with a value for every scenario. */
export interface PnlRow {
  readonly currency: string;
  readonly values: Float64Array;
}
