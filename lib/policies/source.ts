import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const WRITERS: readonly Role[] = ['administrator', 'legal', 'risk'];

/** Everybody who reads letters reads what they cite; outside counsel too, who suggest citations. */
export function canReadSources(_actor: Actor): Decision {
  return ALLOWED;
}

/** Adding a source to the firm's library, and mending one: it changes how letters that cite it read. */
export function canChangeSources(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal, risk and administrators change the library of sources.');
}
