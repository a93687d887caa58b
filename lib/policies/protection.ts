import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';
import { isNotFrozen } from './frozen';
import type { LetterFacts } from './letter';

const WRITERS: readonly Role[] = ['administrator', 'legal'];

/** Saying for whom, on which ground and for how long confidential treatment is asked. */
export function canEditConfidentialRequest(actor: Actor, letter: LetterFacts): Decision {
  return WRITERS.includes(actor.role)
    ? isNotFrozen(letter)
    : denied('Only legal and administrators prepare requests for confidential treatment.');
}

/** Taking the drafted requests out as files. */
export function canDraftConfidentialRequest(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators prepare requests for confidential treatment.');
}

/**
 * Taking the mark of privilege off. Text rooms pass on what members write and do not look at single marks: this is the rule by which the check
 * "protection-removed" tells who has overstepped, not a lock.
 */
export function canReleasePrivileged(actor: Pick<Actor, 'role'>): Decision {
  return actor.role === 'legal' ? ALLOWED : denied('Only legal takes the mark of privilege off.');
}
