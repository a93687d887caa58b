/** What margining groups together takes off, pair by pair: the requirement of each alone, summed, less that of both together. Decimal strings. */
export interface OffsetMatrix {
  readonly framework: string;
  readonly dimension: 'regime' | 'class';
  readonly groups: readonly { readonly key: string; readonly label: string; readonly alone: string }[];
  /** offsets[i][j] for i < j; the rest is null. Negative where together is dearer. */
  readonly offsets: readonly (readonly (string | null)[])[];
}

/** The total of a framework when one setting is moved and all else stays. */
export interface SensitivityGrid {
  readonly framework: string;
  readonly setting: 'offset-rate' | 'correlation' | 'horizon' | 'pack';
  readonly label: string;
  readonly unit: string;
  /** In order of the setting; `current` is the run's own. `total` is null with a note where it cannot be computed. */
  readonly points: readonly {
    readonly at: string;
    readonly label: string;
    readonly total: string | null;
    readonly note: string | null;
    readonly current: boolean;
  }[];
}

/** What the difference of two requirements costs to fund in a year. */
export interface FundingReport {
  readonly rate: string;
  readonly baseline: string;
  readonly alternative: string;
  readonly saving: string;
}

/** The same exposure as a swap and as a security-based swap, group by group, each under the baseline framework. */
export interface ClassificationWhatIf {
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly positions: number;
    readonly asClassified: string;
    /** Null where some position has no amount under that regime; `note` says why. */
    readonly asSwap: string | null;
    readonly asSecurityBasedSwap: string | null;
    readonly note: string | null;
  }[];
  readonly total: { readonly asClassified: string; readonly asSwap: string | null; readonly asSecurityBasedSwap: string | null };
}

/** Bilateral Treasury and repo volume moved into clearing, stage by stage, with and without cross-margining against futures. */
export interface TreasuryClearingWhatIf {
  readonly stages: readonly {
    readonly id: 'today' | 'cash' | 'cash-and-repo';
    readonly label: string;
    /** ISO date from which the stage applies; null for today. */
    readonly from: string | null;
    readonly moved: number;
    readonly treasuries: string | null;
    readonly futures: string | null;
    readonly separate: string | null;
    readonly crossMargined: string | null;
    readonly saving: string | null;
    readonly note: string | null;
  }[];
  readonly citations: readonly string[];
  readonly notes: readonly string[];
}
