import type { Decimal } from '@/lib/core/decimal';
import type { Regime } from '../classification/regime';

/** An amount that a clearing house, an exchange or another party charged and that cannot be computed again here. */
export interface ExternalRequirement {
  /** Names the netting set: each part that is not null has to be equal to the position's. */
  readonly counterparty: string | null;
  readonly nettingAgreement: string | null;
  readonly account: string | null;
  readonly clearedBy: string | null;
  /** Whose rule the amount is due under. */
  readonly regime: Regime;
  readonly amount: Decimal;
  readonly currency: string;
  /** Where the amount is from, e.g. a statement and its date. */
  readonly source: string;
  /** 1-based line in the file. */
  readonly line: number;
}
