/** Whose rule governs a position (design word: regime). */
export const REGIMES = [
  'cftc-uncleared-swaps',
  'sec-non-cleared-sbs',
  'sec-securities-account',
  'futures',
  'cleared-swaps',
  'cleared-treasuries',
  'commingled-cds',
  'joint-security-futures',
  'mixed-swaps',
  'undetermined',
] as const;
export type Regime = (typeof REGIMES)[number];

/** The agency pair in whose hues a regime is drawn. */
export type Agency = 'CFTC' | 'SEC' | 'joint' | 'none';

/** A position's regime, with the test that decided it and the paragraph that the test applies. */
export interface Classification {
  readonly positionId: string;
  readonly regime: Regime;
  readonly agency: Agency;
  /** Stable name of the deciding test, e.g. "single-name-cds", "firm-determination", "narrow-based-weight-30". */
  readonly test: string;
  /** One sentence for a person: why. */
  readonly reason: string;
  /** e.g. "CEA 1a(47)(A)"; null where the fact was not read in a primary text. */
  readonly citation: string | null;
}
