import type { Actor } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

/** Which template the firm's letters are written with; it shows in every letter. */
export function canReadTemplates(_actor: Actor): Decision {
  return ALLOWED;
}

/** Bringing, opening and withdrawing the firm's letter templates. */
export function canChangeTemplates(actor: Actor): Decision {
  return actor.role === 'administrator' || actor.role === 'legal'
    ? ALLOWED
    : denied('Only administrators and legal change the letter template.');
}
