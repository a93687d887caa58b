import type { Actor } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

/** Which parameter sets the firm has; their figures are read by no page. */
export function canReadParameters(actor: Actor): Decision {
  return actor.role === 'outside-counsel' ? denied('Outside counsel do not see parameter sets.') : ALLOWED;
}

export function canLoadParameters(actor: Actor): Decision {
  return actor.role === 'administrator' ? ALLOWED : denied('Only administrators load parameter sets.');
}

/** Saying for the firm that it holds ISDA's licence for SIMM. */
export function canConfirmLicence(actor: Actor): Decision {
  return actor.role === 'administrator' ? ALLOWED : denied('Only administrators confirm that the firm holds the licence.');
}

/** A withdrawn set is kept for the runs that used it, and no further run uses it. */
export function canWithdrawParameters(actor: Actor): Decision {
  return actor.role === 'administrator' ? ALLOWED : denied('Only administrators withdraw parameter sets.');
}
