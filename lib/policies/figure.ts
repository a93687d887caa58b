import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const PUBLISHERS: readonly Role[] = ['administrator', 'risk'];

/** Saying that a value of a run may stand in a letter: a right of its own, apart from editing the letter's text. */
export function canPublishFigure(actor: Actor): Decision {
  return PUBLISHERS.includes(actor.role) ? ALLOWED : denied('Only risk and administrators publish figures.');
}

export function canWithdrawFigure(actor: Actor): Decision {
  return PUBLISHERS.includes(actor.role) ? ALLOWED : denied('Only risk and administrators withdraw figures.');
}
