import { cfr } from '../cite';
import type { PositionFailure } from '../group-failures';
import { type MarginMethod, type MethodParameter, parameterValue } from '../method';
import { scheduleNettingSet } from './netting-set';
import { SCHEDULE_FIGURES } from './schedule-table';
import type { ScheduleTrade } from './schedule-trade';
import { tradeOfPosition } from './trade-of-position';

const BAND_EDGE: MethodParameter = {
  kind: 'choice',
  name: 'bandEdge',
  allowed: ['lower', 'upper'],
  meaning: 'The band that exactly 2 and exactly 5 years fall in; 17 CFR 23.154(c)(1) does not say.',
};

/** The table-based method of 17 CFR 23.154(c). */
export const SCHEDULE_METHOD: MarginMethod = {
  id: 'schedule',
  label: 'Table-based method (schedule)',
  citations: [cfr('23.154', '(c)')],
  nettingKey: ['counterparty', 'nettingAgreement'],
  attribution: 'The amount of a netting set is shared among its swaps in proportion to their gross amounts.',
  parameters: [BAND_EDGE],
  table: SCHEDULE_FIGURES,
  compute(set, parameters, context) {
    const trades: ScheduleTrade[] = [];
    const failures: PositionFailure[] = [];
    for (const resolved of set.positions) {
      const result = tradeOfPosition(resolved, set.label);
      if (result.ok) trades.push(result.value);
      else failures.push(...result.failures);
    }
    const edge = parameterValue(BAND_EDGE, parameters) === 'upper' ? 'upper' : 'lower';
    return scheduleNettingSet(
      { path: set.path, label: set.label, underAgreement: set.underAgreement, trades, failures },
      { asOf: context.asOf, currency: context.currency, edge },
    );
  },
};
