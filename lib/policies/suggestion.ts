import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';
import { canReadSection, isOpen, type SectionFacts } from './section';

const SUGGESTERS: readonly Role[] = ['administrator', 'legal', 'risk', 'approver', 'outside-counsel'];
const DECIDERS: readonly Role[] = ['administrator', 'legal'];

/** Writing suggestions on a copy of a section; the one way in which approvers and outside counsel change a text. */
export function canSuggest(actor: Actor, section: SectionFacts): Decision {
  const read = canReadSection(actor, section);
  if (!read.allowed) return read;
  if (!SUGGESTERS.includes(actor.role)) return denied('Observers read; they do not suggest changes.');
  return isOpen(section);
}

/** Writing in one fork: its author alone. Everybody who reads the section may read it. */
export function canWriteFork(actor: Actor, fork: SectionFacts & { readonly memberId: string }): Decision {
  const suggest = canSuggest(actor, fork);
  if (!suggest.allowed) return suggest;
  return actor.memberId === fork.memberId ? ALLOWED : denied('Only its author writes in a suggestion.');
}

/** Taking a suggestion into the text, or turning it down: a right of its own, apart from editing. */
export function canDecideSuggestion(actor: Actor, section: SectionFacts): Decision {
  const read = canReadSection(actor, section);
  if (!read.allowed) return read;
  if (!DECIDERS.includes(actor.role)) return denied('Only legal and administrators accept and reject suggestions.');
  return isOpen(section);
}

/** Taking back a suggestion: its author, and whoever decides. */
export function canWithdrawSuggestion(actor: Actor, section: SectionFacts, authorId: string | null): Decision {
  return authorId === actor.memberId ? canReadSection(actor, section) : canDecideSuggestion(actor, section);
}
