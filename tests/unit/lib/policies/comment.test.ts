import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/policies/actor';
import { canAnswerThread, canEditComment, canReadThread, canSeePrivileged, canStartThread, mayTakePart } from '@/lib/policies/comment';
import type { Decision } from '@/lib/policies/decision';

const actor = (role: Role, firmId = 'own') => ({ role, firmId, memberId: 'me', sessionId: 's', name: 'N' });
const mayOf = (test: (role: Role) => Decision) => ROLES.filter((role) => test(role).allowed).join(' ');
const COMMENTERS = 'administrator legal risk approver outside-counsel';

describe('threads', () => {
  it.each([
    ['open', false, ROLES.join(' '), COMMENTERS],
    ['privileged', true, 'legal', 'legal'],
  ] as const)('%s', (_kind, privileged, readers, writers) => {
    const thread = { firmId: 'own', privileged };
    expect(mayOf((role) => canReadThread(actor(role), thread))).toBe(readers);
    expect(mayOf((role) => canStartThread(actor(role), thread))).toBe(writers);
    expect(mayOf((role) => canAnswerThread(actor(role), thread))).toBe(writers);
    expect(mayOf((role) => canEditComment(actor(role), thread, 'me'))).toBe(writers);
    expect(mayOf((role) => canEditComment(actor(role), thread, 'another'))).toBe('');
    expect(mayOf((role) => mayTakePart({ role, suspended: false }, thread))).toBe(readers);
    expect(mayOf((role) => mayTakePart({ role, suspended: true }, thread))).toBe('');
    expect(mayOf((role) => canReadThread(actor(role, 'other'), thread))).toBe('');
    expect(mayOf((role) => canStartThread(actor(role, 'other'), thread))).toBe('');
  });

  it('that are privileged are for legal, not for administrators', () => {
    expect(mayOf((role) => canSeePrivileged(actor(role)))).toBe('legal');
  });
});
