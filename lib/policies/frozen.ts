import { ALLOWED, type Decision, denied } from './decision';

/** What was filed stays as it was filed: text, outline, furniture and decisions, for everybody. */
export function isNotFrozen({ frozen }: { readonly frozen: boolean }): Decision {
  return frozen ? denied('This letter was filed and is frozen. Legal or an administrator can open it again, with a reason.') : ALLOWED;
}
