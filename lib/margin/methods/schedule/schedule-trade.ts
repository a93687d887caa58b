import type { Decimal } from '@/lib/core/decimal';

/** The rows of the table in 17 CFR 23.154(c)(1), before their bands of duration. */
export const SCHEDULE_ASSET_CLASSES = ['credit', 'commodity', 'equity', 'fx', 'cross-currency', 'interest-rate', 'other'] as const;
export type ScheduleAssetClass = (typeof SCHEDULE_ASSET_CLASSES)[number];

/** One trade as the schedule method sees it, made from a position or from a trade's Notional and PV rows of a CRIF. */
export interface ScheduleTrade {
  readonly tradeId: string;
  /** Trades of one name net under one agreement: one net-to-gross ratio. */
  readonly nettingSet: string;
  readonly assetClass: ScheduleAssetClass;
  /** Effective notional in the calculation currency, never negative. */
  readonly notional: Decimal;
  /** Replacement cost signed from the firm's view, in the calculation currency; null where the input has none. */
  readonly presentValue: Decimal | null;
  /** ISO date; null where the class has no bands and the input gives none. */
  readonly endDate: string | null;
  /** Duration in years where the input states it; null lets the method take the time to `endDate` and say so. */
  readonly durationYears: Decimal | null;
  /** The positions (or CRIF trades) that it came from, for tracing. */
  readonly positionIds: readonly string[];
}
