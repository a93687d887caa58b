import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const EDITORS: readonly Role[] = ['administrator', 'risk'];

/** The frameworks that come with the program, and the firm's own. */
export function canReadFramework(actor: Actor): Decision {
  return actor.role === 'outside-counsel' ? denied('Outside counsel do not see frameworks and analyses.') : ALLOWED;
}

/** Copying a framework, changing a copy, importing one, and removing one. Built-in frameworks are changed by nobody. */
export function canEditFramework(actor: Actor): Decision {
  return EDITORS.includes(actor.role) ? ALLOWED : denied('Only risk and administrators make and change frameworks.');
}
