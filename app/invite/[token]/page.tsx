import type { Metadata } from 'next';
import { Door } from '@/components/door/door';
import { ButtonLink } from '@/components/ui/button-link';
import { Instant } from '@/components/ui/instant';
import { ROLE_NAMES } from '@/components/ui/role-names';
import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import { AppError } from '@/lib/core/errors';
import { getDb } from '@/lib/db/client';
import { type InvitationOffer, readInvitation } from '@/lib/services/invitation/read-invitation';
import { AcceptForm } from './accept-form';
import { ResetForm } from './reset-form';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const offer = await readOffer(token);
  if (typeof offer === 'string') {
    return (
      <Door title="This link is not open" description={offer}>
        <ButtonLink href="/sign-in" className="w-full">
          Go to the sign-in
        </ButtonLink>
      </Door>
    );
  }
  if (offer.member) {
    return (
      <Door
        title="Choose a new password"
        description={`For ${offer.member.name}, ${offer.email}. Sessions that are open elsewhere end with it.`}
      >
        <ResetForm token={token} email={offer.email ?? ''} />
      </Door>
    );
  }
  return (
    <Door
      title={`Join ${offer.firmName}`}
      description={
        <>
          You are invited as <strong className="font-medium text-ink">{ROLE_NAMES[offer.role].toLowerCase()}</strong>. The invitation is
          open until <Instant iso={offer.expiresAt} />.
        </>
      }
    >
      <AcceptForm token={token} email={offer.email} />
    </Door>
  );
}

async function readOffer(token: string): Promise<InvitationOffer | string> {
  try {
    return await readInvitation({ db: getDb(), clock: systemClock, ids: randomIds }, token);
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
