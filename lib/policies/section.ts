import type { Actor, Role } from './actor';
import { ALLOWED, type Decision, denied } from './decision';

const EDITORS: readonly Role[] = ['administrator', 'legal', 'risk'];

interface SectionOfFirm {
  readonly firmId: string;
}

/** Every member of the section's firm reads it; outside counsel too, because they are asked in for the letter. */
export function canReadSection(actor: Actor, section: SectionOfFirm): Decision {
  return actor.firmId === section.firmId ? ALLOWED : denied('This section belongs to another firm.');
}

/** Typing in the text of a section. */
export function canEditSection(actor: Actor, section: SectionOfFirm): Decision {
  const read = canReadSection(actor, section);
  if (!read.allowed) return read;
  return EDITORS.includes(actor.role) ? ALLOWED : denied('Only legal, risk and administrators edit the text of a letter.');
}

/** Putting a published figure into the text, and accepting its newer value. */
export function canPlaceFigure(actor: Actor, section: SectionOfFirm): Decision {
  return canEditSection(actor, section);
}
