import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/policies/actor';
import type { Decision } from '@/lib/policies/decision';
import {
  canEditFurniture,
  canEditOutline,
  canRecordSubmission,
  canSetCoverage,
  canUnfreezeLetter,
  type LetterFacts,
} from '@/lib/policies/letter';

const actor = (role: Role) => ({ role, firmId: 'own', memberId: 'me', sessionId: 's', name: 'N' });
const mayOf = (test: (role: Role) => Decision) => ROLES.filter((role) => test(role).allowed).join(' ');

describe('a letter', () => {
  it.each<[string, (role: Role, letter: LetterFacts) => Decision, string, string]>([
    // what, who may while it is open, who may once it was filed
    ['letterhead, addressees and signatures', (role, letter) => canEditFurniture(actor(role), letter), 'administrator legal', ''],
    ['outline', (role, letter) => canEditOutline(actor(role), letter), 'administrator legal', ''],
    ['coverage', (role, letter) => canSetCoverage(actor(role), letter), 'administrator legal risk', ''],
    ['opening it again', (role, letter) => canUnfreezeLetter(actor(role), letter), '', 'administrator legal'],
  ])('%s', (_what, may, open, filed) => {
    expect(mayOf((role) => may(role, { frozen: false }))).toBe(open);
    expect(mayOf((role) => may(role, { frozen: true }))).toBe(filed);
  });

  it('is put on record as filed by legal and administrators', () => {
    expect(mayOf((role) => canRecordSubmission(actor(role)))).toBe('administrator legal');
  });
});
