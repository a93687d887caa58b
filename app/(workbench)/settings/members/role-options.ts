import { ROLE_NAMES } from '@/components/ui/role-names';
import type { SelectOption } from '@/components/ui/select';
import { ROLES, type Role } from '@/lib/policies/actor';

const HINTS: Record<Role, string> = {
  administrator: 'Everything, with members and the firm',
  legal: 'Requests, letters, exports',
  risk: 'Portfolios, analyses, published figures',
  approver: 'Reads all and the audit log, suggests, signs',
  observer: 'Reads all',
  'outside-counsel': 'Reads letters, comments, suggests',
};

/** The roles to choose from, each with what it is for. */
export const ROLE_OPTIONS: readonly SelectOption[] = ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role], hint: HINTS[role] }));
