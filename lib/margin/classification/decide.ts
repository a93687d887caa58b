import { agencyOf } from './agency-of';
import type { Classification, Regime } from './regime';

/** A classification before the position's name is put to it. */
export type Decided = Omit<Classification, 'positionId'>;

/** The test of everything that could not be decided. */
export const UNDETERMINED = 'undetermined';

export function decide(regime: Regime, test: string, reason: string, citation: string | null): Decided {
  return { regime, agency: agencyOf(regime), test, reason, citation };
}
