import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/policies/actor';
import { canEditSection, canReadSection } from '@/lib/policies/section';

const actor = (role: (typeof ROLES)[number], firmId = 'own') => ({ role, firmId, memberId: 'm', sessionId: 's', name: 'N' });
const section = { firmId: 'own', state: 'drafting' as const, frozen: false };

describe('sections', () => {
  it.each([
    ['administrator', true],
    ['legal', true],
    ['risk', true],
    ['approver', false],
    ['observer', false],
    ['outside-counsel', false],
  ] as const)('%s reads; may edit: %s', (role, edits) => {
    expect(canReadSection(actor(role), section).allowed).toBe(true);
    expect(canEditSection(actor(role), section).allowed).toBe(edits);
  });

  it.each(ROLES)('%s reads a section of a letter that was filed and does not edit it', (role) => {
    const filed = { ...section, frozen: true };
    expect(canReadSection(actor(role), filed).allowed).toBe(true);
    expect(canEditSection(actor(role), filed).allowed).toBe(false);
  });

  it.each(ROLES)('%s of another firm neither reads nor edits', (role) => {
    expect(canReadSection(actor(role, 'other'), section).allowed).toBe(false);
    expect(canEditSection(actor(role, 'other'), section).allowed).toBe(false);
  });
});
