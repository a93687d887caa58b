import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const IMPORTERS: readonly Role[] = ['administrator', 'legal'];

/** The catalogue and the imported requests hold nothing of the firm: every member reads them. */
export function canReadRequest(_actor: Actor): Decision {
  return ALLOWED;
}

/** Taking in the official text, first or as a newer version. */
export function canImportRequest(actor: Actor): Decision {
  return IMPORTERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators import a request.');
}

/** Mending by hand what the reader took for headings, questions and parts. */
export function canCorrectOutline(actor: Actor): Decision {
  return IMPORTERS.includes(actor.role) ? ALLOWED : denied('Only legal and administrators correct the outline of a request.');
}
