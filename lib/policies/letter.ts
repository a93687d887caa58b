import type { Actor, Role } from './actor';
import { canSeePrivileged } from './comment';
import { ALLOWED, type Decision, denied } from './decision';
import { isNotFrozen } from './frozen';

const WRITERS: readonly Role[] = ['administrator', 'legal'];
const EDITORS: readonly Role[] = ['administrator', 'legal', 'risk'];

/** What the rules look at in a letter. */
export interface LetterFacts {
  /** since it was filed */
  readonly frozen: boolean;
}

/** Every member of the firm reads its letters; outside counsel too, because they are asked in for them. */
export function canReadLetter(_actor: Actor): Decision {
  return ALLOWED;
}

export function canCreateLetter(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators start a letter.');
}

/** Letterhead, addressees, Re: lines, signature block. */
export function canEditFurniture(actor: Actor, letter: LetterFacts): Decision {
  return WRITERS.includes(actor.role)
    ? isNotFrozen(letter)
    : denied('Only legal and administrators change the letterhead, addressees and signature block.');
}

/** Adding, naming, ordering and removing sections. */
export function canEditOutline(actor: Actor, letter: LetterFacts): Decision {
  return WRITERS.includes(actor.role) ? isNotFrozen(letter) : denied('Only legal and administrators change the outline of a letter.');
}

/** Saying how far a question is answered. */
export function canSetCoverage(actor: Actor, letter: LetterFacts): Decision {
  return EDITORS.includes(actor.role)
    ? isNotFrozen(letter)
    : denied('Only legal, risk and administrators say how far a question is answered.');
}

/** Taking the letter out of the house as a file. */
export function canExportLetter(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators export a letter.');
}

/** Opening a file that was exported, by whomever: one that holds privileged material is for those who see that. */
export function canOpenExport(actor: Actor, file: { readonly privileged: boolean }): Decision {
  const may = canExportLetter(actor);
  return may.allowed && file.privileged ? canSeePrivileged(actor) : may;
}

/** Putting on record that a letter was filed, which freezes it. */
export function canRecordSubmission(actor: Actor): Decision {
  return WRITERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators record that a letter was filed.');
}

/** Opening a filed letter for changes again, with a reason. */
export function canUnfreezeLetter(actor: Actor, letter: LetterFacts): Decision {
  if (!WRITERS.includes(actor.role)) return denied('Only legal and administrators open a filed letter again.');
  return letter.frozen ? ALLOWED : denied('This letter is not frozen.');
}
