import type { SectionState } from '@/lib/review/section-state';
import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';
import { isNotFrozen } from './frozen';

const EDITORS: readonly Role[] = ['administrator', 'legal', 'risk'];

/** What the rules look at in a section. */
export interface SectionFacts {
  readonly firmId: string;
  readonly state: SectionState;
  /** the letter was filed */
  readonly frozen: boolean;
}

/** Every member of the section's firm reads it; outside counsel too, because they are asked in for the letter. */
export function canReadSection(actor: Actor, section: Pick<SectionFacts, 'firmId'>): Decision {
  return actor.firmId === section.firmId ? ALLOWED : denied('This section belongs to another firm.');
}

/** Typing in the text of a section. A signed section is read-only until it is reopened. */
export function canEditSection(actor: Actor, section: SectionFacts): Decision {
  const read = canReadSection(actor, section);
  if (!read.allowed) return read;
  if (!EDITORS.includes(actor.role)) return denied('Only legal, risk and administrators edit the text of a letter.');
  return isOpen(section);
}

/** Putting a published figure into the text, and accepting its newer value. */
export function canPlaceFigure(actor: Actor, section: SectionFacts): Decision {
  return canEditSection(actor, section);
}

/** A signed section, and one of a letter that was filed, takes no change of any kind, whoever asks. */
export function isOpen(section: Pick<SectionFacts, 'state' | 'frozen'>): Decision {
  const standing = isNotFrozen(section);
  if (!standing.allowed) return standing;
  return section.state === 'signed' ? denied('This section is signed. Reopen it to change it.') : ALLOWED;
}
