import type { Capacity } from '@/lib/review/capacity';
import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';
import { isNotFrozen } from './frozen';
import { canReadSection, isOpen, type SectionFacts } from './section';

const MANAGERS: readonly Role[] = ['administrator', 'legal'];
const READERS: readonly Role[] = ['observer', 'outside-counsel'];

/** Who signs in which capacity: legal and risk for their own, an approver for what an administrator entered, nobody else. */
export function capacitiesOf(member: { readonly role: Role; readonly signsFor: readonly Capacity[] }): readonly Capacity[] {
  if (member.role === 'legal') return ['legal'];
  if (member.role === 'risk') return ['risk'];
  return member.role === 'approver' ? member.signsFor : [];
}

/** Which sign-offs a letter needs, and in which order. */
export function canPlanReview(actor: Actor, letter: { readonly frozen: boolean }): Decision {
  return MANAGERS.includes(actor.role) ? isNotFrozen(letter) : denied('Only legal and administrators say who has to sign.');
}

/** Saying in which capacities an approver signs. */
export function canSetCapacities(actor: Actor): Decision {
  return actor.role === 'administrator' ? ALLOWED : denied('Only administrators say what an approver signs for.');
}

/**
 * Sending a section to review and taking it back to drafting: whoever manages the review, and the section's owner. Out of `signed` leads only
 * reopening.
 */
export function canMoveToReview(actor: Actor, section: SectionFacts & { readonly ownerId: string | null }): Decision {
  const read = canReadSection(actor, section);
  if (!read.allowed) return read;
  const owns = section.ownerId === actor.memberId && !READERS.includes(actor.role);
  if (!owns && !MANAGERS.includes(actor.role)) return denied('Only legal, administrators and the owner send a section to review.');
  return isOpen(section);
}

/** Opening a signed section again. */
export function canReopenSection(actor: Actor, section: SectionFacts): Decision {
  const read = canReadSection(actor, section);
  if (!read.allowed) return read;
  if (!MANAGERS.includes(actor.role)) return denied('Only legal and administrators reopen a signed section.');
  return section.state === 'signed' ? isNotFrozen(section) : denied('This section is not signed, so there is nothing to reopen.');
}

export interface SigningFacts {
  readonly capacity: Capacity;
  /** what the signer may sign for: see capacitiesOf */
  readonly capacities: readonly Capacity[];
  /** set where somebody else signs in this one's place, by a delegation that is valid now */
  readonly onBehalfOf: readonly Capacity[] | null;
  /** the capacities that the letter asks for, in order where `ordered` */
  readonly required: readonly Capacity[];
  readonly ordered: boolean;
  /** those that stand now on this very content */
  readonly signed: readonly Capacity[];
}

/** Signing a section, or refusing to: only while it is in review, in a capacity that one has, and when it is one's turn. */
export function canSign(actor: Actor, section: SectionFacts, facts: SigningFacts): Decision {
  const read = canReadSection(actor, section);
  if (!read.allowed) return read;
  const open = isNotFrozen(section);
  if (!open.allowed) return open;
  if (!facts.required.includes(facts.capacity)) return denied(`This letter needs no signature for ${facts.capacity}.`);
  if (READERS.includes(actor.role)) return denied('Observers and outside counsel do not sign for the firm.');
  if (!(facts.onBehalfOf ?? facts.capacities).includes(facts.capacity)) return denied(`You do not sign for ${facts.capacity}.`);
  if (section.state !== 'in-review')
    return denied(section.state === 'signed' ? 'This section is signed.' : 'This section is not in review yet.');
  if (facts.signed.includes(facts.capacity)) return denied(`This section is signed for ${facts.capacity} already.`);
  const missing =
    facts.ordered && facts.required.slice(0, facts.required.indexOf(facts.capacity)).find((each) => !facts.signed.includes(each));
  return missing ? denied(`It is the turn of ${missing} to sign.`) : ALLOWED;
}

/** Lending one's own right to sign: never one that was itself lent, and never to somebody who only reads. */
export function canDelegate(
  actor: Actor,
  capacities: readonly Capacity[],
  capacity: Capacity,
  to: { readonly memberId: string; readonly role: Role },
): Decision {
  if (!capacities.includes(capacity)) return denied(`You do not sign for ${capacity}, so you cannot lend it.`);
  if (to.memberId === actor.memberId) return denied('Choose somebody else.');
  return READERS.includes(to.role) ? denied('Observers and outside counsel do not sign for the firm.') : ALLOWED;
}

/** Taking back what was lent: whoever lent it, and administrators. */
export function canRevokeDelegation(actor: Actor, delegation: { readonly fromId: string }): Decision {
  if (delegation.fromId === actor.memberId || actor.role === 'administrator') return ALLOWED;
  return denied('Only whoever lent it, or an administrator, takes it back.');
}
