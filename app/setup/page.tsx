import type { Metadata } from 'next';
import { Door } from '@/components/door/door';
import { ButtonLink } from '@/components/ui/button-link';
import { getDb } from '@/lib/db/client';
import { setupState } from '@/lib/services/firm/setup-state';
import { SetupForm } from './setup-form';

export const metadata: Metadata = { title: 'First run' };

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  const given = typeof token === 'string' ? token : '';
  const state = await setupState({ db: getDb() }, given);
  if (state === 'done') {
    return (
      <Door
        title="The first run is done"
        description="This server has its firm, so the link has no use any more. Nothing was changed by opening it."
      >
        <ButtonLink href="/sign-in" variant="primary" className="w-full">
          Sign in
        </ButtonLink>
      </Door>
    );
  }
  if (state === 'wrong-token') {
    return (
      <Door
        title={given ? 'This link is not valid' : 'This server waits for its first run'}
        description={
          <>
            <p>
              The first run is opened by the link that the server prints when it starts. Each start prints a new one, and only the newest
              works.
            </p>
            <p className="mt-3">
              Look for the line that begins with “First run” where <code className="rounded-sm bg-hover px-1">npm start</code> runs, and
              open that link.
            </p>
          </>
        }
      />
    );
  }
  return (
    <Door title="Set up your firm" description="This happens once. It takes a minute.">
      <SetupForm token={given} />
    </Door>
  );
}
