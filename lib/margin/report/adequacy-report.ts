/** How far a requirement would have covered the losses of the scenarios that the firm loaded; decimal strings, amounts in the run's currency. */
export interface AdequacyReport {
  /** What was tested: the scenarios' first and last name, how many, and over how many days each loss runs. */
  readonly basis: {
    /** Losses that were tested: each runs over `lossDays` scenarios and is named by the last of them. */
    readonly scenarios: number;
    readonly first: string;
    readonly last: string;
    readonly dated: boolean;
    readonly lossDays: number;
  };
  /** Positions with profit and loss, and those that the framework covers without it; where there are any the test says so. */
  readonly tested: number;
  readonly untested: number;
  /** The share of scenarios that a requirement is expected to cover, e.g. 0.99. */
  readonly level: string;
  /** The whole portfolio as one account, then each counterparty's. */
  readonly rows: readonly AdequacyRow[];
  /** The scenarios in the order of `losses`, for the picture; absent where they were not kept. */
  readonly scenarioNames?: readonly string[];
  readonly notes: readonly string[];
}

/** A portfolio against its requirement. */
export interface AdequacyRow {
  readonly key: string;
  readonly label: string;
  /** Of the tested positions. */
  readonly requirement: string;
  readonly exceedances: number;
  readonly expected: string;
  /** Scenarios in which the loss was larger than the requirement, the first fifty. */
  readonly exceedingScenarios: readonly string[];
  /** Null with a reason where the test cannot be made, e.g. scenarios without an order in time. */
  readonly kupiec: TestResult | null;
  readonly christoffersen: TestResult | null;
  readonly conditionalCoverage: TestResult | null;
  readonly testNote: string | null;
  /** The largest losses, largest first, each with the requirement's cover: requirement ÷ loss; null where the loss is 0. */
  readonly stress: readonly { readonly scenario: string; readonly loss: string; readonly cover: string | null }[];
  readonly worstShortfall: string;
  readonly procyclicality: Procyclicality | null;
  readonly procyclicalityNote: string | null;
  /** Loss of each scenario, in order, for the picture; gains are negative. Only of the whole portfolio. */
  readonly losses: readonly string[] | null;
}

/** A likelihood ratio test: rejected where the p-value is below 0.05. */
export interface TestResult {
  readonly statistic: string;
  readonly degreesOfFreedom: number;
  readonly pValue: string;
  readonly rejected: boolean;
}

/** How the requirement moved when it was computed again for each day of the history. */
export interface Procyclicality {
  readonly peak: string;
  readonly trough: string;
  readonly peakToTrough: string;
  /** The largest rise within so many days, as a ratio of the amount before it. */
  readonly rises: readonly { readonly days: number; readonly largestRise: string; readonly from: string; readonly to: string }[];
}
