import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { canInviteMember, canListMembers } from '@/lib/policies/member';
import { listInvitations } from '@/lib/services/invitation/list-invitations';
import { listMembers } from '@/lib/services/member/list-members';
import { InvitationTable } from './invitation-table';
import { InviteMember } from './invite-member';
import { MemberTable } from './member-table';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage() {
  const ctx = await currentContext();
  const mayList = canListMembers(ctx.actor);
  if (!mayList.allowed) {
    return (
      <Page title="Members" width="text">
        <Notice tone="neutral" title={mayList.reason} />
      </Page>
    );
  }
  const mayInvite = canInviteMember(ctx.actor).allowed;
  const [members, invitations] = await Promise.all([listMembers(ctx), mayInvite ? listInvitations(ctx) : []]);
  return (
    <Page
      title="Members"
      description={
        mayInvite
          ? 'A role and a suspension count from the next click of the member on.'
          : 'Administrators invite members and give them their roles.'
      }
      actions={mayInvite ? <InviteMember /> : null}
    >
      <MemberTable members={members} manage={mayInvite} />
      {invitations.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 font-semibold text-lg tracking-tight">Open invitations</h2>
          <InvitationTable invitations={invitations} />
        </section>
      ) : null}
    </Page>
  );
}
