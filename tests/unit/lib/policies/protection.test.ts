import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/policies/actor';
import { canDraftConfidentialRequest, canEditConfidentialRequest, canReleasePrivileged } from '@/lib/policies/protection';

const actor = (role: Role) => ({ role, firmId: 'own', memberId: 'me', sessionId: 's', name: 'N' });
const may = (test: (role: Role) => boolean) => ROLES.filter(test).join(' ');

describe('what is held back', () => {
  it('is asked treatment for by legal and administrators, until the letter was filed', () => {
    expect(may((role) => canEditConfidentialRequest(actor(role), { frozen: false }).allowed)).toBe('administrator legal');
    expect(may((role) => canEditConfidentialRequest(actor(role), { frozen: true }).allowed)).toBe('');
    expect(may((role) => canDraftConfidentialRequest(actor(role)).allowed)).toBe('administrator legal');
  });

  it('is no longer privileged by legal alone', () => {
    expect(may((role) => canReleasePrivileged({ role }).allowed)).toBe('legal');
  });
});
