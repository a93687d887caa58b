'use client';

import { ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { capacitiesOf } from '@/lib/policies/review';
import { CAPACITIES } from '@/lib/review/capacity';
import { CAPACITY_WORDS } from '@/lib/review/capacity-words';
import type { MemberDto } from '@/lib/services/member/list-members';
import { useChange } from '../use-change';

/** In which capacities a member signs; for approvers administrators choose them. */
export function SigningCapacities({ member }: { member: MemberDto }) {
  const { busy, send } = useChange();
  const words = capacitiesOf(member)
    .map((capacity) => CAPACITY_WORDS[capacity])
    .join(', ');
  if (member.role !== 'approver' || !member.maySetCapacities.allowed)
    return words === '' ? <span className="text-faint">—</span> : <span>{words}</span>;
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" disabled={busy} aria-label={`${member.name} signs for ${words || 'nothing'}`}>
          {words || 'Nothing'}
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
      items={CAPACITIES.map((capacity) => {
        const checked = member.signsFor.includes(capacity);
        const signsFor = checked ? member.signsFor.filter((each) => each !== capacity) : [...member.signsFor, capacity];
        return {
          label: CAPACITY_WORDS[capacity],
          checked,
          onSelect: () =>
            void send({
              ...{ path: `/api/members/${member.id}` as const, method: 'PATCH' as const, body: { signsFor } },
              done: `${member.name} ${checked ? 'no longer signs' : 'signs'} for ${capacity}`,
            }),
        };
      })}
    />
  );
}
