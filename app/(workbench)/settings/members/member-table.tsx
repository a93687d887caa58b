'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Dialog } from '@/components/ui/dialog';
import { Instant } from '@/components/ui/instant';
import { ROLE_NAMES } from '@/components/ui/role-names';
import { Select } from '@/components/ui/select';
import type { MemberDto } from '@/lib/services/member/list-members';
import { useChange } from '../use-change';
import { ROLE_OPTIONS } from './role-options';

/** The members; with `manage` each has its role to choose and a way to suspend or reactivate it. */
export function MemberTable({ members, manage }: { members: readonly MemberDto[]; manage: boolean }) {
  const { busy, send } = useChange();
  const [asked, setAsked] = useState<MemberDto | null>(null);

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
    { key: 'suspended', label: 'State', render: (member) => <MemberState member={member} /> },
    { key: 'lastSeenAt', label: 'Last here', render: (member) => (member.lastSeenAt ? <Instant iso={member.lastSeenAt} /> : 'Never') },
  ];
  if (manage) {
    columns.push({
      key: 'id',
      label: <span className="sr-only">Actions</span>,
      align: 'right',
      render: (member) =>
        member.suspended ? (
          <Button
            size="sm"
            disabled={busy}
            onClick={() =>
              void send({
                path: `/api/members/${member.id}`,
                method: 'PATCH',
                body: { suspended: false },
                done: `${member.name} may sign in again`,
              })
            }
          >
            Reactivate
          </Button>
        ) : (
          <Button
            size="sm"
            disabled={busy}
            disabledReason={member.maySuspend.allowed ? null : member.maySuspend.reason}
            onClick={() => setAsked(member)}
          >
            Suspend
          </Button>
        ),
    });
  }

  async function suspend(member: MemberDto) {
    await send({ path: `/api/members/${member.id}`, method: 'PATCH', body: { suspended: true }, done: `${member.name} is suspended` });
    setAsked(null);
  }

  return (
    <>
      <DataTable caption="Members of the firm" columns={columns} rows={members} rowKey={(member) => member.id} />
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => (open ? null : setAsked(null))}
        title={`Suspend ${asked?.name ?? ''}?`}
        width="sm"
        footer={
          <>
            <Button onClick={() => setAsked(null)}>Keep</Button>
            <Button variant="danger" disabled={busy} onClick={() => (asked ? void suspend(asked) : null)}>
              Suspend
            </Button>
          </>
        }
      >
        <p>
          Every session of {asked?.name} ends at once, and no new one can begin. What was written stays, and the name stays on it. You can
          take this back at any time.
        </p>
      </Dialog>
    </>
  );
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
