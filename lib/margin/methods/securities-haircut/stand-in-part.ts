import type { Decimal } from '@/lib/core/decimal';
import { scheduleNettingSet } from '../schedule/netting-set';
import type { ScheduleTrade } from '../schedule/schedule-trade';
import type { Part } from './part';

/** none: no stand-in. schedule: percentages of the CFTC table, nothing netted. schedule-netted: the table with its net-to-gross ratio. */
export type Fallback = 'none' | 'schedule' | 'schedule-netted';

export interface StandInContext {
  readonly asOf: string;
  readonly currency: string;
  readonly fallback: Fallback;
  readonly underAgreement: boolean;
}

/** The part of swaps that no deduction was read for: the CFTC's table stands in for it, said to be an assumption wherever it shows. */
export function standInPart(
  trades: readonly ScheduleTrade[],
  setPath: string,
  context: StandInContext,
): { readonly part: Part; readonly standalone: ReadonlyMap<string, Decimal> } {
  const { node, contributions, standalone } = scheduleNettingSet(
    {
      path: `${setPath}/stand-in`,
      label: 'Other swaps, by the CFTC table as a stand-in',
      underAgreement: context.underAgreement && context.fallback === 'schedule-netted',
      trades,
    },
    { asOf: context.asOf, currency: context.currency, edge: 'lower' },
  );
  const assumption =
    'No deduction of the SEC for these swaps was read in a rule text. The framework puts the CFTC table (17 CFR 23.154(c)) in its place: an assumption of the framework, not a rule.';
  const own = context.fallback === 'schedule' ? [] : node.assumptions;
  return { part: { node: { ...node, level: 'class', assumptions: [assumption, ...own] }, shares: [...contributions] }, standalone };
}
