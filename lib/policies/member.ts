import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

/** A member as the rules about members see it. */
export interface MemberFacts {
  readonly id: string;
  readonly role: Role;
  readonly suspended: boolean;
}

/** Everybody sees who works here, but for outside counsel, who are guests. */
export function canListMembers(actor: Actor): Decision {
  return actor.role === 'outside-counsel' ? denied('Outside counsel do not see the list of members.') : ALLOWED;
}

/** Inviting, seeing open invitations and taking them back. */
export function canInviteMember(actor: Actor): Decision {
  return isAdministrator(actor) ? ALLOWED : denied('Only administrators invite members.');
}

/** `administrators` is how many members of the firm are administrators and not suspended. */
export function canChangeRole(actor: Actor, member: MemberFacts, administrators: number): Decision {
  if (!isAdministrator(actor)) return denied('Only administrators change roles.');
  return isLastAdministrator(member, administrators) ? denied('This is the last administrator: make somebody else one first.') : ALLOWED;
}

export function canSuspendMember(actor: Actor, member: MemberFacts, administrators: number): Decision {
  if (!isAdministrator(actor)) return denied('Only administrators suspend members.');
  if (member.suspended) return denied('This member is suspended already.');
  if (isLastAdministrator(member, administrators)) return denied('This is the last administrator: make somebody else one first.');
  return member.id === actor.memberId ? denied('You cannot suspend yourself: another administrator can.') : ALLOWED;
}

export function canReactivateMember(actor: Actor, member: MemberFacts): Decision {
  if (!isAdministrator(actor)) return denied('Only administrators reactivate members.');
  return member.suspended ? ALLOWED : denied('This member is not suspended.');
}

/** A link for a new password lets its holder be that member, so nobody makes one but administrators, and for the active. */
export function canGivePasswordLink(actor: Actor, member: MemberFacts): Decision {
  if (!isAdministrator(actor)) return denied('Only administrators give links for a new password.');
  return member.suspended ? denied('This member is suspended: reactivate first.') : ALLOWED;
}

/** Whose sessions one sees and ends: one's own, and an administrator everybody's. */
export function canManageSessions(actor: Actor, ownerId: string): Decision {
  return actor.memberId === ownerId || isAdministrator(actor) ? ALLOWED : denied('Only administrators see and end the sessions of others.');
}

function isAdministrator(actor: Actor): boolean {
  return actor.role === 'administrator';
}

function isLastAdministrator(member: MemberFacts, administrators: number): boolean {
  return member.role === 'administrator' && !member.suspended && administrators <= 1;
}
