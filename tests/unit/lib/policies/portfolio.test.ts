import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/policies/actor';
import { canImportPortfolio, canReadPortfolio } from '@/lib/policies/portfolio';

const actor = (role: (typeof ROLES)[number]) => ({ memberId: 'm', firmId: 'f', sessionId: 's', role, name: 'Member' });
const roles = (may: typeof canReadPortfolio) => ROLES.filter((role) => may(actor(role)).allowed);

describe('portfolios', () => {
  it('are read by every role but outside counsel', () => {
    expect(roles(canReadPortfolio)).toEqual(['administrator', 'legal', 'risk', 'approver', 'observer']);
  });

  it('are imported by risk and administrators, and the others are told so', () => {
    expect(roles(canImportPortfolio)).toEqual(['administrator', 'risk']);
    expect(canImportPortfolio(actor('legal'))).toEqual({ allowed: false, reason: 'Only risk and administrators import portfolios.' });
  });
});
