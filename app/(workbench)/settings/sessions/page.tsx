import type { Metadata } from 'next';
import { Page } from '@/components/ui/page';
import { currentContext } from '@/lib/auth/current-context';
import { readMailSettings } from '@/lib/config/read-mail-settings';
import { wantsMailNotices } from '@/lib/services/inbox/change-mail-notices';
import { ownSignIn } from '@/lib/services/member/own-sign-in';
import { listSessions } from '@/lib/services/session/list-sessions';
import { MailNotices } from './mail-notices';
import { PasswordForm } from './password-form';
import { SessionTable } from './session-table';

export const metadata: Metadata = { title: 'Sessions and password' };

export default async function SessionsPage() {
  const ctx = await currentContext();
  const [sessions, signIn, mail] = await Promise.all([listSessions(ctx), ownSignIn(ctx), wantsMailNotices(ctx)]);
  const own = sessions.filter((session) => session.own);
  const others = sessions.filter((session) => !session.own);
  return (
    <Page title="Sessions and password" description="A session that is ended is refused at its next click, open editors included.">
      <SessionTable caption="Your sessions" sessions={own} />
      {others.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 font-semibold text-lg tracking-tight">Sessions of other members</h2>
          <SessionTable caption="Sessions of other members" sessions={others} showMember />
        </section>
      ) : null}
      <section className="mt-8 max-w-md">
        <h2 className="mb-2 font-semibold text-lg tracking-tight">Password</h2>
        {signIn.hasPassword ? (
          <PasswordForm email={signIn.email} name={signIn.name} />
        ) : (
          <p className="text-muted">You sign in through your organisation, so there is no password here.</p>
        )}
      </section>
      <section className="mt-8 max-w-md">
        <h2 className="mb-2 font-semibold text-lg tracking-tight">E-mail</h2>
        <MailNotices wanted={mail} address={signIn.email} sends={readMailSettings(process.env) !== null} />
      </section>
    </Page>
  );
}
