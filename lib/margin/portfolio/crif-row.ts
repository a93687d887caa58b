/** A row of a CRIF file: one trade and risk factor, as it stands there but for the spellings named in docs/formats/crif.md. */
export interface CrifRow {
  /** What selects the row: the trade's identifier, else the sensitivity's, else null. */
  readonly rowId: string | null;
  readonly tradeId: string | null;
  /** The netting set; "default" where the file names none. */
  readonly portfolioId: string;
  readonly valuationDate: string | null;
  readonly endDate: string | null;
  readonly imModel: ImModel;
  readonly productClass: string;
  readonly riskType: string;
  readonly qualifier: string;
  readonly bucket: string;
  readonly label1: string;
  readonly label2: string;
  /** Plain decimal strings; at least one of the two amounts is there. */
  readonly amount: string | null;
  readonly amountCurrency: string | null;
  readonly amountUsd: string | null;
  /** Whole tokens: SEC and SEC-unseg are two. */
  readonly collectRegulations: readonly string[];
  readonly postRegulations: readonly string[];
  /** 1-based line in the file. */
  readonly line: number;
}

export type ImModel = 'SIMM' | 'SIMM-P' | 'SIMM-R' | 'Schedule';

/** The product classes of a row whose model is the schedule. */
export const SCHEDULE_PRODUCT_CLASSES = ['Rates', 'FX', 'Credit', 'Equity', 'Commodity', 'Other'] as const;
export const SIMM_PRODUCT_CLASSES = ['RatesFX', 'Credit', 'Equity', 'Commodity'] as const;

/** True for a row that enters the schedule: its notional or its present value. */
export function isScheduleRow(row: CrifRow): boolean {
  return row.imModel === 'Schedule' && (row.riskType === 'Notional' || row.riskType === 'PV');
}
