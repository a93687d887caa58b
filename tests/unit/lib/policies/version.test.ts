import { expect, it } from 'vitest';
import { ROLES } from '@/lib/policies/actor';
import { canNameVersion, canReadVersions, canRestoreVersion } from '@/lib/policies/version';

it.each([
  ['reads versions', canReadVersions, ROLES.join(' ')],
  ['keeps a version under a name', canNameVersion, 'administrator legal risk'],
  ['brings a version back', canRestoreVersion, 'administrator legal'],
] as const)('%s', (_what, may, expected) => {
  const allowed = ROLES.filter(
    (role) => may({ role, firmId: 'own', memberId: 'me', sessionId: 's', name: 'N' }, { frozen: false }).allowed,
  );
  expect(allowed.join(' ')).toBe(expected);
});

it('brings nothing back into a letter that was filed', () => {
  const allowed = ROLES.filter(
    (role) => canRestoreVersion({ role, firmId: 'own', memberId: 'me', sessionId: 's', name: 'N' }, { frozen: true }).allowed,
  );
  expect(allowed).toEqual([]);
});
