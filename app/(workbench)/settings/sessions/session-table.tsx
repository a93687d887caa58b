'use client';

import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { signOut } from '@/components/ui/sign-out';
import type { SessionDto } from '@/lib/services/session/list-sessions';
import { useChange } from '../use-change';
import { browserName } from './browser-name';

interface SessionTableProps {
  caption: string;
  sessions: readonly SessionDto[];
  showMember?: boolean;
}

/** Open sessions, each with the button that ends it; one's own table can end all but this one. */
export function SessionTable({ caption, sessions, showMember = false }: SessionTableProps) {
  const { busy, send } = useChange();
  const columns: Column<SessionDto>[] = [
    {
      key: 'userAgent',
      label: 'Browser',
      render: (session) => (
        <span title={session.userAgent}>
          {browserName(session.userAgent)} {session.current ? <Badge tone="green">This one</Badge> : null}
        </span>
      ),
    },
    { key: 'startedAt', label: 'Signed in', render: ({ startedAt }) => <Instant iso={startedAt} /> },
    { key: 'lastSeenAt', label: 'Last used', render: ({ lastSeenAt }) => <Instant iso={lastSeenAt} /> },
    { key: 'expiresAt', label: 'Ends if unused', render: ({ expiresAt }) => <Instant iso={expiresAt} /> },
    {
      key: 'id',
      label: <span className="sr-only">Actions</span>,
      align: 'right',
      render: (session) =>
        session.current ? (
          <Button size="sm" onClick={() => void signOut()}>
            Sign out
          </Button>
        ) : (
          <Button
            size="sm"
            disabled={busy}
            aria-label={`End the session of ${session.memberName} in ${browserName(session.userAgent)}`}
            onClick={() => void send({ path: `/api/sessions/${session.id}`, method: 'DELETE', done: 'The session is ended' })}
          >
            End
          </Button>
        ),
    },
  ];
  if (showMember) columns.unshift({ key: 'memberName', label: 'Member' });
  const others = showMember ? 0 : sessions.filter((session) => !session.current).length;
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={sessions} rowKey={({ id }) => id} />
      {others > 0 ? (
        <Button
          size="sm"
          className="mt-2"
          disabled={busy}
          onClick={() => void send({ path: '/api/sessions', method: 'DELETE', done: 'Your other sessions are ended' })}
        >
          End all but this one
        </Button>
      ) : null}
    </>
  );
}
