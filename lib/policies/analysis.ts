import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const ANALYSTS: readonly Role[] = ['administrator', 'risk'];

/** Analyses show positions, so they are for the firm's own members; outside counsel see figures where a letter holds them. */
export function canReadAnalysis(actor: Actor): Decision {
  return actor.role === 'outside-counsel' ? denied('Outside counsel do not see positions and analyses.') : ALLOWED;
}

/** Creating an analysis and changing its portfolio, frameworks or parameters. */
export function canDefineAnalysis(actor: Actor): Decision {
  return ANALYSTS.includes(actor.role) ? ALLOWED : denied('Only risk and administrators define analyses.');
}

export function canRunAnalysis(actor: Actor): Decision {
  return ANALYSTS.includes(actor.role) ? ALLOWED : denied('Only risk and administrators run analyses.');
}

/** A withdrawn run stays readable, and every figure that is bound to it is marked. */
export function canWithdrawRun(actor: Actor): Decision {
  return ANALYSTS.includes(actor.role) ? ALLOWED : denied('Only risk and administrators withdraw a run.');
}
