import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';
import { isNotFrozen } from './frozen';

const EDITORS: readonly Role[] = ['administrator', 'legal', 'risk'];
const WRITERS: readonly Role[] = ['administrator', 'legal'];

/** Reading and comparing versions is reading the letter. */
export function canReadVersions(_actor: Actor): Decision {
  return ALLOWED;
}

export function canNameVersion(actor: Actor): Decision {
  return EDITORS.includes(actor.role) ? ALLOWED : denied('Only legal, risk and administrators keep a version.');
}

/** Bringing back the text of an earlier version, as a new one. Sections that are signed are left as they are: the service says so. */
export function canRestoreVersion(actor: Actor, letter: { readonly frozen: boolean }): Decision {
  return WRITERS.includes(actor.role) ? isNotFrozen(letter) : denied('Only legal and administrators restore a version.');
}
