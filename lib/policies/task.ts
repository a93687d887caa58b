import type { Actor } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

/** Whoever asked for a piece of work may call it off; administrators may call off any. */
export function canCancelTask(actor: Actor, task: { readonly createdById: string }): Decision {
  if (actor.role === 'administrator' || task.createdById === actor.memberId) return ALLOWED;
  return denied('Only the member who started this, or an administrator, can cancel it.');
}

/** Long work tells of positions and analyses, so guests follow only what they asked for themselves. */
export function canReadTask(actor: Actor, task: { readonly createdById: string }): Decision {
  if (actor.role !== 'outside-counsel' || task.createdById === actor.memberId) return ALLOWED;
  return denied('Outside counsel follow only what they started themselves.');
}
