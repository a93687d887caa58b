import type { Decimal } from '@/lib/core/decimal';

export const SIMM_HORIZONS = ['10d', '1d'] as const;
export type SimmHorizon = (typeof SIMM_HORIZONS)[number];

/** The twelve tenors of interest rates and of option expiries, and the five of credit. */
export const SIMM_TENORS = ['2w', '1m', '3m', '6m', '1y', '2y', '3y', '5y', '10y', '15y', '20y', '30y'] as const;
export const SIMM_CREDIT_TENORS = ['1y', '2y', '3y', '5y', '10y'] as const;

export const SIMM_RISK_CLASSES = ['InterestRate', 'CreditQualifying', 'CreditNonQualifying', 'Equity', 'Commodity', 'FX'] as const;
export type SimmRiskClass = (typeof SIMM_RISK_CLASSES)[number];

/** The buckets of a risk class, in order; classes that are bucketed by currency have none here. */
export const SIMM_BUCKETS: Readonly<Record<'CreditQualifying' | 'CreditNonQualifying' | 'Equity' | 'Commodity', readonly string[]>> = {
  CreditQualifying: [...numbers(12), 'Residual'],
  CreditNonQualifying: [...numbers(2), 'Residual'],
  Equity: [...numbers(12), 'Residual'],
  Commodity: numbers(17),
};

/**
 * A version's figures as the firm supplied them (docs/formats/simm-pack.md): numbers by path, e.g. "FX/RiskWeights/Vega/10d", and lists of
 * currencies by path. Complete and in range: parseSimmPack lets nothing else through.
 */
export interface SimmPack {
  readonly version: string;
  /** ISO date from which the version applies, where the pack says so. */
  readonly effective: string | null;
  readonly numbers: ReadonlyMap<string, Decimal>;
  readonly currencyLists: ReadonlyMap<string, readonly string[]>;
  /** What the pack says of its own standing, e.g. what it was checked against. */
  readonly verification: string | null;
}

function numbers(last: number): string[] {
  return Array.from({ length: last }, (_, i) => String(i + 1));
}
