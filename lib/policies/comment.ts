import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const COMMENTERS: readonly Role[] = ['administrator', 'legal', 'risk', 'approver', 'outside-counsel'];

export interface ThreadFacts {
  readonly firmId: string;
  readonly privileged: boolean;
}

/** Whether what only legal sees is for this member. Administrators manage members; they do not read privileged material. */
export function canSeePrivileged(actor: Actor): Decision {
  return actor.role === 'legal' ? ALLOWED : denied('Privileged threads are for legal only.');
}

/** For whoever may not, the thread does not exist: services answer "not found". */
export function canReadThread(actor: Actor, thread: ThreadFacts): Decision {
  if (actor.firmId !== thread.firmId) return denied('This thread belongs to another firm.');
  return thread.privileged ? canSeePrivileged(actor) : ALLOWED;
}

export function canStartThread(actor: Actor, thread: ThreadFacts): Decision {
  const read = canReadThread(actor, thread);
  if (!read.allowed) return read;
  return COMMENTERS.includes(actor.role) ? ALLOWED : denied('Observers read; they do not comment.');
}

/** Replying, assigning, resolving and reopening. */
export function canAnswerThread(actor: Actor, thread: ThreadFacts): Decision {
  return canStartThread(actor, thread);
}

/** Changing the words of a comment: its author, as long as they may still comment. */
export function canEditComment(actor: Actor, thread: ThreadFacts, authorId: string | null): Decision {
  const answer = canAnswerThread(actor, thread);
  if (!answer.allowed) return answer;
  return actor.memberId === authorId ? ALLOWED : denied('Only its author changes a comment.');
}

/** Whom a thread may be assigned to, and who may be mentioned in it: whoever may read it. */
export function mayTakePart(
  member: { readonly role: Role; readonly suspended: boolean },
  thread: Pick<ThreadFacts, 'privileged'>,
): Decision {
  if (member.suspended) return denied('This member is suspended.');
  if (thread.privileged && member.role !== 'legal') return denied('Only legal takes part in a privileged thread.');
  return ALLOWED;
}
