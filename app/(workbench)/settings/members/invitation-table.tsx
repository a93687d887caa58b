'use client';

import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { ROLE_NAMES } from '@/components/ui/role-names';
import type { InvitationDto } from '@/lib/services/invitation/list-invitations';
import { useChange } from '../use-change';

export function InvitationTable({ invitations }: { invitations: readonly InvitationDto[] }) {
  const { busy, send } = useChange();
  return (
    <DataTable
      caption="Open invitations"
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'note',
          label: 'For',
          render: ({ email, note }) => (
            <>
              {email ?? (note || 'Whoever has the link')}
              {email && note ? <span className="block font-normal text-muted text-sm">{note}</span> : null}
            </>
          ),
        },
        { key: 'role', label: 'Role', className: 'w-48', render: ({ role }) => ROLE_NAMES[role] },
        { key: 'createdAt', label: 'Made', render: ({ createdAt }) => <Instant iso={createdAt} /> },
        {
          key: 'expiresAt',
          label: 'Open until',
          render: ({ expiresAt, expired }) => (expired ? <Badge tone="amber">Expired</Badge> : <Instant iso={expiresAt} />),
        },
        {
          key: 'id',
          label: <span className="sr-only">Actions</span>,
          align: 'right',
          render: ({ id, role }) => (
            <Button
              size="sm"
              disabled={busy}
              aria-label={`Take back the invitation as ${ROLE_NAMES[role].toLowerCase()}`}
              onClick={() => void send({ path: `/api/invitations/${id}`, method: 'DELETE', done: 'The invitation is taken back' })}
            >
              Take back
            </Button>
          ),
        },
      ]}
    />
  );
}
