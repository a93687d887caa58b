import { describe, expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '@/lib/policies/actor';
import { canEditFramework, canReadFramework } from '@/lib/policies/framework';
import { canConfirmLicence, canLoadParameters, canReadParameters, canWithdrawParameters } from '@/lib/policies/parameters';

const actor = (role: Role): Actor => ({ memberId: 'me', firmId: 'firm', sessionId: 'session', role, name: 'Me' });
const letters = 'ALRPOC';

/** what each role may: A administrator, L legal, R risk, P approver, O observer, C outside counsel */
const table: [string, (actor: Actor) => { allowed: boolean }, string][] = [
  ['read parameter sets', canReadParameters, 'ALRPO'],
  ['load a parameter set', canLoadParameters, 'A'],
  ['confirm the licence', canConfirmLicence, 'A'],
  ['withdraw a parameter set', canWithdrawParameters, 'A'],
  ['read frameworks', canReadFramework, 'ALRPO'],
  ['make and change frameworks', canEditFramework, 'AR'],
];

describe('policies of parameter sets and frameworks', () => {
  it.each(table)('%s', (_name, rule, allowed) => {
    expect(ROLES.map((role, index) => (rule(actor(role)).allowed ? letters[index] : '')).join('')).toBe(allowed);
  });

  it('say who may instead', () => {
    expect(canConfirmLicence(actor('risk'))).toEqual({
      allowed: false,
      reason: 'Only administrators confirm that the firm holds the licence.',
    });
    expect(canEditFramework(actor('legal'))).toEqual({
      allowed: false,
      reason: 'Only risk and administrators make and change frameworks.',
    });
  });
});
