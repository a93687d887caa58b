import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const WRITERS: readonly Role[] = ['administrator', 'legal'];
const EDITORS: readonly Role[] = ['administrator', 'legal', 'risk'];

/** Every member of the firm reads its letters; outside counsel too, because they are asked in for them. */
export function canReadLetter(_actor: Actor): Decision {
  return ALLOWED;
}

export function canCreateLetter(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators start a letter.');
}

/** Letterhead, addressees, Re: lines, signature block. */
export function canEditFurniture(actor: Actor): Decision {
  return WRITERS.includes(actor.role)
    ? ALLOWED
    : denied('Only legal and administrators change the letterhead, addressees and signature block.');
}

/** Adding, naming, ordering and removing sections. */
export function canEditOutline(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators change the outline of a letter.');
}

/** Saying how far a question is answered. */
export function canSetCoverage(actor: Actor): Decision {
  return EDITORS.includes(actor.role) ? ALLOWED : denied('Only legal, risk and administrators say how far a question is answered.');
}

/** Taking the letter out of the house as a file. */
export function canExportLetter(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators export a letter.');
}
