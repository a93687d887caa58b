'use client';

import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { ROLE_NAMES } from '@/components/ui/role-names';
import { Select } from '@/components/ui/select';
import type { MemberDto } from '@/lib/services/member/list-members';
import { useChange } from '../use-change';
import { MemberActions } from './member-actions';
import { ROLE_OPTIONS } from './role-options';
import { SigningCapacities } from './signing-capacities';

/** The members; with `manage` each has its role to choose and a way to suspend or reactivate it. */
export function MemberTable({ members, manage }: { members: readonly MemberDto[]; manage: boolean }) {
  const { busy, send } = useChange();

  const columns: Column<MemberDto>[] = [
    {
      key: 'name',
      label: 'Name',
      render: (member) => (
        <>
          <span className="font-medium">{member.name}</span>
          {member.self ? <span className="font-normal text-muted"> (you)</span> : null}
          <span className="block font-normal text-muted text-sm">{member.email}</span>
        </>
      ),
    },
    {
      key: 'role',
      label: 'Role',
      className: 'w-48',
      render: (member) =>
        manage && member.mayChangeRole.allowed ? (
          <Select
            aria-label={`Role of ${member.name}`}
            value={member.role}
            options={ROLE_OPTIONS}
            disabled={busy}
            onChange={(role) =>
              void send({ path: `/api/members/${member.id}`, method: 'PATCH', body: { role }, done: `${member.name} has a new role` })
            }
          />
        ) : (
          <span title={manage && !member.mayChangeRole.allowed ? member.mayChangeRole.reason : undefined}>{ROLE_NAMES[member.role]}</span>
        ),
    },
    { key: 'signsFor', label: 'Signs for', render: (member) => <SigningCapacities member={member} /> },
    { key: 'suspended', label: 'State', render: (member) => <MemberState member={member} /> },
    { key: 'lastSeenAt', label: 'Last here', render: (member) => (member.lastSeenAt ? <Instant iso={member.lastSeenAt} /> : 'Never') },
  ];
  if (manage) {
    columns.push({
      key: 'id',
      label: <span className="sr-only">Actions</span>,
      align: 'right',
      render: (member) => <MemberActions member={member} />,
    });
  }

  return <DataTable caption="Members of the firm" columns={columns} rows={members} rowKey={(member) => member.id} />;
}

function MemberState({ member }: { member: MemberDto }) {
  if (member.suspended) return <Badge tone="red">Suspended</Badge>;
  return (
    <>
      <Badge tone="green">Active</Badge>
      {member.signsInWith.includes('oidc') ? <span className="ml-1.5 text-muted text-sm">single sign-on</span> : null}
    </>
  );
}
