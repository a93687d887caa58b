import type { Actor, Role } from './actor';
import { type Decision, denied } from './decision';
import { isNotFrozen } from './frozen';

const IMPORTERS: readonly Role[] = ['administrator', 'legal'];

/** Reading a Word file that came back into suggestions and conflicts, and settling these: those who decide suggestions. */
export function canImportReturned(actor: Actor, letter: { readonly frozen: boolean }): Decision {
  return IMPORTERS.includes(actor.role)
    ? isNotFrozen(letter)
    : denied('Only legal and administrators read Word files back and settle what is in conflict.');
}

/** Asking whether a file is of one of the firm's letters, and which: whoever reads the letters. */
export function canVerifyFile(actor: Actor): Decision {
  return actor.role === 'observer' ? denied('Observers read letters here; they do not bring files in.') : { allowed: true };
}
