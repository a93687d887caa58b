import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const IMPORTERS: readonly Role[] = ['administrator', 'risk'];

/** Positions are the firm's own: every member reads them, outside counsel does not. */
export function canReadPortfolio(actor: Actor): Decision {
  return actor.role === 'outside-counsel' ? denied('Outside counsel do not see positions.') : ALLOWED;
}

export function canImportPortfolio(actor: Actor): Decision {
  return IMPORTERS.includes(actor.role) ? ALLOWED : denied('Only risk and administrators import portfolios.');
}
