import { Decimal } from '@/lib/core/decimal';
import { cfr } from '../cite';
import type { ParameterReference } from '../margin-node';
import type { ScheduleAssetClass } from './schedule-trade';

export const DURATION_BANDS = ['0-2', '2-5', '5+'] as const;
export type DurationBand = (typeof DURATION_BANDS)[number];

interface ScheduleRow {
  readonly label: string;
  /** Percent of effective notional: one figure, or one for each band of duration in years. */
  readonly percent: string | Readonly<Record<DurationBand, string>>;
}

/** The standardized initial margin schedule, 17 CFR 23.154(c)(1). */
const TABLE: Readonly<Record<ScheduleAssetClass, ScheduleRow>> = {
  credit: { label: 'Credit', percent: { '0-2': '2', '2-5': '5', '5+': '10' } },
  commodity: { label: 'Commodity', percent: '15' },
  equity: { label: 'Equity', percent: '15' },
  fx: { label: 'Foreign exchange/currency', percent: '6' },
  'cross-currency': { label: 'Cross-currency swaps', percent: { '0-2': '1', '2-5': '2', '5+': '4' } },
  'interest-rate': { label: 'Interest rate', percent: { '0-2': '1', '2-5': '2', '5+': '4' } },
  other: { label: 'Other', percent: '15' },
};

/** A cell of the schedule: the rate as a ratio of notional, and the figure as the rule prints it. */
export interface ScheduleCell {
  readonly label: string;
  readonly rate: Decimal;
  readonly reference: ParameterReference;
}

function cell(label: string, percent: string): ScheduleCell {
  const reference = { name: label, value: percent, unit: 'percent of notional', citation: cfr('23.154', '(c)(1)') };
  return { label, rate: new Decimal(percent).div(100), reference };
}

const CELLS = new Map<string, ScheduleCell>();
for (const [assetClass, row] of Object.entries(TABLE)) {
  if (typeof row.percent === 'string') CELLS.set(assetClass, cell(row.label, row.percent));
  else
    for (const band of DURATION_BANDS) CELLS.set(`${assetClass} ${band}`, cell(`${row.label}: ${band} year duration`, row.percent[band]));
}

/** The class's name as the schedule writes it. */
export function scheduleClassLabel(assetClass: ScheduleAssetClass): string {
  return TABLE[assetClass].label;
}

/** Whether the class has a figure for each band of duration. */
export function hasBands(assetClass: ScheduleAssetClass): boolean {
  return typeof TABLE[assetClass].percent !== 'string';
}

/** The figure for a class, and for a band where the class has bands. */
export function scheduleCell(assetClass: ScheduleAssetClass, band: DurationBand | null): ScheduleCell {
  const found = CELLS.get(hasBands(assetClass) ? `${assetClass} ${band}` : assetClass);
  if (!found) throw new RangeError(`The schedule has no figure for ${assetClass} ${band}`);
  return found;
}

/** All figures of the schedule, in the order of the rule. */
export const SCHEDULE_FIGURES: readonly ParameterReference[] = [...CELLS.values()].map((entry) => entry.reference);
