import type { MethodId } from '../frameworks/framework';
import { EXTERNAL_METHOD } from './external/external-method';
import { HISTORICAL_VAR_METHOD } from './historical-var/historical-var-method';
import type { MarginMethod } from './method';
import { SCENARIO_SCAN_METHOD } from './scenario-scan/scenario-scan-method';
import { SCHEDULE_METHOD } from './schedule/schedule-method';
import { SECURITIES_HAIRCUT_METHOD } from './securities-haircut/securities-haircut-method';
import { SIMM_METHOD } from './simm/simm-method';
import { STRATEGY_BASED_METHOD } from './strategy-based/strategy-based-method';
import { THEORETICAL_PRICING_METHOD } from './theoretical-pricing/theoretical-pricing-method';

/** Every method by its id. A new method is one entry here and one in MethodId. */
export const METHODS: Readonly<Record<MethodId, MarginMethod>> = {
  external: EXTERNAL_METHOD,
  'historical-var': HISTORICAL_VAR_METHOD,
  'scenario-scan': SCENARIO_SCAN_METHOD,
  schedule: SCHEDULE_METHOD,
  'securities-haircut': SECURITIES_HAIRCUT_METHOD,
  simm: SIMM_METHOD,
  'strategy-based': STRATEGY_BASED_METHOD,
  'theoretical-pricing': THEORETICAL_PRICING_METHOD,
};

/** The method of this id, or null where there is none. */
export function findMethod(id: string): MarginMethod | null {
  return Object.values(METHODS).find((method) => method.id === id) ?? null;
}
