import { describe, expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '@/lib/policies/actor';
import { canChangeFirm, canReadAuditLog, canReadFirm } from '@/lib/policies/firm';
import {
  canChangeRole,
  canGivePasswordLink,
  canInviteMember,
  canListMembers,
  canManageSessions,
  canReactivateMember,
  canSuspendMember,
  type MemberFacts,
} from '@/lib/policies/member';

const actor = (role: Role): Actor => ({ memberId: 'me', firmId: 'firm', sessionId: 'session', role, name: 'Me' });
const other: MemberFacts = { id: 'other', role: 'legal', suspended: false };
const suspended: MemberFacts = { ...other, suspended: true };
const administrator: MemberFacts = { id: 'other', role: 'administrator', suspended: false };
const self: MemberFacts = { id: 'me', role: 'administrator', suspended: false };

/** what each role may: A administrator, L legal, R risk, P approver, O observer, C outside counsel */
const table: [string, (actor: Actor) => { allowed: boolean }, string][] = [
  ['read the firm', canReadFirm, 'ALRPOC'],
  ['change the firm', canChangeFirm, 'A'],
  ['read the audit log', canReadAuditLog, 'AP'],
  ['list members', canListMembers, 'ALRPO'],
  ['invite', canInviteMember, 'A'],
  ['change a role', (me) => canChangeRole(me, other, 2), 'A'],
  ['suspend', (me) => canSuspendMember(me, other, 2), 'A'],
  ['give a password link', (me) => canGivePasswordLink(me, other), 'A'],
  ['reactivate', (me) => canReactivateMember(me, suspended), 'A'],
  ['end own sessions', (me) => canManageSessions(me, 'me'), 'ALRPOC'],
  ['end others’ sessions', (me) => canManageSessions(me, 'other'), 'A'],
];
const letters = 'ALRPOC';

describe('policies of members and the firm', () => {
  it.each(table)('%s', (_name, rule, allowed) => {
    const answer = ROLES.map((role, index) => (rule(actor(role)).allowed ? letters[index] : '')).join('');
    expect(answer).toBe(allowed);
  });

  it('never removes the last administrator', () => {
    expect(canChangeRole(actor('administrator'), administrator, 1)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('last administrator'),
    });
    expect(canSuspendMember(actor('administrator'), administrator, 1).allowed).toBe(false);
    expect(canChangeRole(actor('administrator'), administrator, 2).allowed).toBe(true);
    expect(canSuspendMember(actor('administrator'), administrator, 2).allowed).toBe(true);
  });

  it('lets nobody suspend themselves, but step down while another administrator is there', () => {
    expect(canSuspendMember(actor('administrator'), self, 2).allowed).toBe(false);
    expect(canChangeRole(actor('administrator'), self, 2).allowed).toBe(true);
  });

  it('suspends only the active and reactivates only the suspended', () => {
    expect(canSuspendMember(actor('administrator'), suspended, 2).allowed).toBe(false);
    expect(canReactivateMember(actor('administrator'), other).allowed).toBe(false);
  });

  it('gives a reason with every refusal', () => {
    for (const [, rule] of table) {
      for (const role of ROLES) {
        const decision = rule(actor(role));
        if (!decision.allowed) expect(decision).toMatchObject({ reason: expect.stringMatching(/\.$/) });
      }
    }
  });
});
