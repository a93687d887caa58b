import type { Role } from '@/lib/policies/actor';

/** What a role is called on screen. */
export const ROLE_NAMES: Record<Role, string> = {
  administrator: 'Administrator',
  legal: 'Legal',
  risk: 'Risk',
  approver: 'Approver',
  observer: 'Observer',
  'outside-counsel': 'Outside counsel',
};
