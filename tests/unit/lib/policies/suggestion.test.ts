import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/policies/actor';
import type { Decision } from '@/lib/policies/decision';
import { canDecideSuggestion, canSuggest, canWithdrawSuggestion, canWriteFork } from '@/lib/policies/suggestion';
import { SECTION_STATES } from '@/lib/review/section-state';

const actor = (role: Role, firmId = 'own') => ({ role, firmId, memberId: 'me', sessionId: 's', name: 'N' });
const mayOf = (test: (role: Role) => Decision) => ROLES.filter((role) => test(role).allowed).join(' ');
const SUGGESTERS = 'administrator legal risk approver outside-counsel';
const DECIDERS = 'administrator legal';

describe('suggestions', () => {
  it.each(SECTION_STATES.flatMap((state) => [false, true].map((frozen) => ({ state, frozen }))))(
    'in a section that is $state (filed: $frozen)',
    ({ state, frozen }) => {
      const section = { firmId: 'own', state, frozen };
      const open = (roles: string) => (state === 'signed' || frozen ? '' : roles);
      expect(mayOf((role) => canSuggest(actor(role), section))).toBe(open(SUGGESTERS));
      expect(mayOf((role) => canWriteFork(actor(role), { ...section, memberId: 'me' }))).toBe(open(SUGGESTERS));
      expect(mayOf((role) => canWriteFork(actor(role), { ...section, memberId: 'another' }))).toBe('');
      expect(mayOf((role) => canDecideSuggestion(actor(role), section))).toBe(open(DECIDERS));
      expect(mayOf((role) => canWithdrawSuggestion(actor(role), section, 'another'))).toBe(open(DECIDERS));
      // taking back one's own changes nothing of the text
      expect(mayOf((role) => canWithdrawSuggestion(actor(role), section, 'me'))).toBe(ROLES.join(' '));
      for (const test of [canSuggest, canDecideSuggestion]) expect(mayOf((role) => test(actor(role, 'other'), section))).toBe('');
    },
  );
});
