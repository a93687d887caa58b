'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { callApi } from '@/components/ui/call-api';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/use-toast';
import type { NewInvitation } from '@/lib/services/invitation/create-invitation';
import type { MemberDto } from '@/lib/services/member/list-members';
import { useChange } from '../use-change';
import { SecretLink } from './secret-link';

/** What an administrator does about one member: a link for a new password, suspending, reactivating. */
export function MemberActions({ member }: { member: MemberDto }) {
  const { busy, send } = useChange();
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const path = `/api/members/${member.id}` as const;

  async function givePasswordLink() {
    try {
      const made = await callApi<NewInvitation>(`${path}/password-link`, { method: 'POST' });
      setLink(`${window.location.origin}/invite/${made.token}`);
    } catch (error) {
      toast({ title: 'No link was made', description: error instanceof Error ? error.message : undefined, tone: 'red' });
    }
  }

  async function suspend() {
    await send({ path, method: 'PATCH', body: { suspended: true }, done: `${member.name} is suspended` });
    setAsked(false);
  }

  const reactivate = () => void send({ path, method: 'PATCH', body: { suspended: false }, done: `${member.name} may sign in again` });
  const linkRefusal = member.signsInWith.includes('password')
    ? reasonOf(member.mayGivePasswordLink)
    : 'Signs in through your organisation, without a password here.';

  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${member.name}`}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={[
          { label: 'Link for a new password', disabledReason: linkRefusal, onSelect: () => void givePasswordLink() },
          member.suspended
            ? { label: 'Reactivate', disabledReason: reasonOf(member.mayReactivate), onSelect: reactivate, separated: true }
            : { label: 'Suspend', disabledReason: reasonOf(member.maySuspend), onSelect: () => setAsked(true), separated: true },
        ]}
      />
      <Dialog
        open={asked}
        onOpenChange={setAsked}
        title={`Suspend ${member.name}?`}
        width="sm"
        footer={
          <>
            <Button onClick={() => setAsked(false)}>Keep</Button>
            <Button variant="danger" disabled={busy} onClick={() => void suspend()}>
              Suspend
            </Button>
          </>
        }
      >
        <p>
          Every session of {member.name} ends at once, and no new one can begin. What was written stays, and the name stays on it. You can
          take this back at any time.
        </p>
      </Dialog>
      <Dialog
        open={link !== null}
        onOpenChange={(open) => (open ? null : setLink(null))}
        title={`A new password for ${member.name}`}
        footer={
          <Button variant="primary" onClick={() => setLink(null)}>
            Done
          </Button>
        }
      >
        {link ? (
          <SecretLink link={link} label="Link for a new password">
            Give this link to {member.name} and to nobody else: whoever opens it can sign in as {member.name}. It works once, within a day,
            and is shown only now.
          </SecretLink>
        ) : null}
      </Dialog>
    </>
  );
}

function reasonOf(decision: MemberDto['maySuspend']): string | null {
  return decision.allowed ? null : decision.reason;
}
