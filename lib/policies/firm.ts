import type { Actor } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

/** The firm's name and letterhead stand in every letter, so every member reads them. */
export function canReadFirm(_actor: Actor): Decision {
  return ALLOWED;
}

export function canChangeFirm(actor: Actor): Decision {
  return actor.role === 'administrator' ? ALLOWED : denied('Only administrators change the name and the letterhead of the firm.');
}

/** Reading, verifying and exporting the record of who did what. */
export function canReadAuditLog(actor: Actor): Decision {
  return actor.role === 'administrator' || actor.role === 'approver'
    ? ALLOWED
    : denied('Only administrators and approvers read the audit log.');
}
