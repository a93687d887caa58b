import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Door } from '@/components/door/door';
import { oidcSettings } from '@/lib/auth/oidc-settings';
import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { signInSentence } from '@/lib/auth/sign-in-problem';
import { systemClock } from '@/lib/auth/system-clock';
import { getDb } from '@/lib/db/client';
import { hasFirm } from '@/lib/services/firm/has-firm';
import { localPath } from './local-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

type Query = Promise<{ from?: string | string[]; error?: string | string[]; email?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
  const from = localPath(one(query.from));
  const db = getDb();
  if (!(await hasFirm(db))) redirect('/setup');
  if (await memberOfCookie(db, (await headers()).get('cookie'), systemClock())) redirect(from);
  const error = one(query.error);
  return (
    <Door title="Sign in">
      <SignInForm
        from={from}
        email={one(query.email)?.slice(0, 254) ?? ''}
        problem={error ? signInSentence(error) : null}
        provider={oidcSettings()?.name ?? null}
      />
    </Door>
  );
}
