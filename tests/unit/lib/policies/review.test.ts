import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/policies/actor';
import {
  canDelegate,
  canMoveToReview,
  canPlanReview,
  canReopenSection,
  canRevokeDelegation,
  canSetCapacities,
  canSign,
  capacitiesOf,
  type SigningFacts,
} from '@/lib/policies/review';
import { CAPACITIES } from '@/lib/review/capacity';
import { SECTION_STATES, type SectionState } from '@/lib/review/section-state';

const actor = (role: Role, firmId = 'own') => ({ role, firmId, memberId: 'me', sessionId: 's', name: 'N' });
const section = (state: SectionState = 'in-review', firmId = 'own', frozen = false) => ({ firmId, state, frozen });
const mayOf = (test: (role: Role) => boolean) => ROLES.filter(test).join(' ');

describe('who moves a section', () => {
  it.each([
    ['drafting', null, 'administrator legal'],
    ['in-review', null, 'administrator legal'],
    ['signed', null, ''],
    ['drafting', 'me', 'administrator legal risk approver'],
    ['in-review', 'me', 'administrator legal risk approver'],
    ['signed', 'me', ''],
  ] as const)('%s, owned by %s: %s', (state, ownerId, expected) => {
    expect(mayOf((role) => canMoveToReview(actor(role), { ...section(state), ownerId }).allowed)).toBe(expected);
  });

  it.each([
    ['drafting', ''],
    ['in-review', ''],
    ['signed', 'administrator legal'],
  ] as const)('%s may be reopened by: %s', (state, expected) => {
    expect(mayOf((role) => canReopenSection(actor(role), section(state)).allowed)).toBe(expected);
  });

  it('says the way out of a signed section', () => {
    expect(canMoveToReview(actor('legal'), { ...section('signed'), ownerId: null })).toEqual({
      allowed: false,
      reason: 'This section is signed. Reopen it to change it.',
    });
  });
});

describe('who plans', () => {
  it('which signatures a letter needs: administrators and legal', () => {
    expect(mayOf((role) => canPlanReview(actor(role), { frozen: false }).allowed)).toBe('administrator legal');
  });
  it('what an approver signs for: administrators', () => {
    expect(mayOf((role) => canSetCapacities(actor(role)).allowed)).toBe('administrator');
  });
});

describe('what somebody signs for', () => {
  it.each([
    ['administrator', ''],
    ['legal', 'legal'],
    ['risk', 'risk'],
    ['approver', 'legal risk business'],
    ['observer', ''],
    ['outside-counsel', ''],
  ] as const)('%s with everything entered: %s', (role, expected) => {
    expect(capacitiesOf({ role, signsFor: CAPACITIES }).join(' ')).toBe(expected);
  });
});

describe('signing', () => {
  const facts = (more: Partial<SigningFacts> = {}): SigningFacts => ({
    ...{ capacity: 'risk', capacities: ['risk'], onBehalfOf: null, required: ['legal', 'risk'], ordered: false, signed: [] },
    ...more,
  });
  it.each([
    ['in one’s own capacity', facts(), 'may'],
    [
      'in one that the letter does not ask for',
      facts({ capacity: 'business', capacities: ['business'] }),
      'This letter needs no signature for business.',
    ],
    ['in one that one has not', facts({ capacities: ['legal'] }), 'You do not sign for risk.'],
    ['in a lent one', facts({ capacities: [], onBehalfOf: ['risk'] }), 'may'],
    ['in a lent one that is no longer valid', facts({ onBehalfOf: [] }), 'You do not sign for risk.'],
    ['twice', facts({ signed: ['risk'] }), 'This section is signed for risk already.'],
    ['before one’s turn', facts({ ordered: true }), 'It is the turn of legal to sign.'],
    ['in one’s turn', facts({ ordered: true, signed: ['legal'] }), 'may'],
    ['beside others, in any order', facts({ signed: ['legal'] }), 'may'],
  ])('%s', (_what, given, expected) => {
    const decision = canSign(actor('risk'), section(), given);
    expect(decision.allowed ? 'may' : decision.reason).toBe(expected);
  });

  it.each([
    ['drafting', 'This section is not in review yet.'],
    ['in-review', 'may'],
    ['signed', 'This section is signed.'],
  ] as const)('of a section that is %s: %s', (state, expected) => {
    const decision = canSign(actor('risk'), section(state), facts());
    expect(decision.allowed ? 'may' : decision.reason).toBe(expected);
  });

  it('is never by observers and outside counsel, whatever they were lent', () => {
    expect(mayOf((role) => canSign(actor(role), section(), facts({ onBehalfOf: ['risk'] })).allowed)).toBe(
      'administrator legal risk approver',
    );
  });

  it.each(SECTION_STATES)('is never by members of another firm (%s)', (state) => {
    expect(mayOf((role) => canSign(actor(role, 'other'), section(state), facts()).allowed)).toBe('');
    expect(mayOf((role) => canReopenSection(actor(role, 'other'), section(state)).allowed)).toBe('');
    expect(mayOf((role) => canMoveToReview(actor(role, 'other'), { ...section(state), ownerId: 'me' }).allowed)).toBe('');
  });
});

describe('of a letter that was filed', () => {
  it.each(SECTION_STATES)('nobody moves, reopens, signs or plans anything (%s)', (state) => {
    const filed = section(state, 'own', true);
    expect(mayOf((role) => canMoveToReview(actor(role), { ...filed, ownerId: 'me' }).allowed)).toBe('');
    expect(mayOf((role) => canReopenSection(actor(role), filed).allowed)).toBe('');
    expect(
      mayOf(
        (role) =>
          canSign(actor(role), filed, {
            capacity: 'legal',
            capacities: CAPACITIES,
            onBehalfOf: null,
            required: CAPACITIES,
            ordered: false,
            signed: [],
          }).allowed,
      ),
    ).toBe('');
    expect(mayOf((role) => canPlanReview(actor(role), { frozen: true }).allowed)).toBe('');
  });
});

describe('lending a right to sign', () => {
  it('is of one’s own, to another member who may sign for the firm', () => {
    const to = (role: Role, memberId = 'other') => canDelegate(actor('risk'), ['risk'], 'risk', { memberId, role }).allowed;
    expect(mayOf((role) => to(role))).toBe('administrator legal risk approver');
    expect(to('legal', 'me')).toBe(false);
    expect(canDelegate(actor('risk'), [], 'risk', { memberId: 'other', role: 'legal' }).allowed).toBe(false);
  });

  it('is taken back by whoever lent it and by administrators', () => {
    expect(mayOf((role) => canRevokeDelegation(actor(role), { fromId: 'other' }).allowed)).toBe('administrator');
    expect(mayOf((role) => canRevokeDelegation(actor(role), { fromId: 'me' }).allowed)).toBe(ROLES.join(' '));
  });
});
