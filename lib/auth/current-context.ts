import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getDb } from '@/lib/db/client';
import { PAGE_PATH_HEADER } from '@/lib/http/page-path-header';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { hasFirm } from '@/lib/services/firm/has-firm';
import { randomIds } from './random-ids';
import { memberOfCookie } from './session-from-cookie';
import { systemClock } from './system-clock';

/**
 * The signed-in member's context for a page or a server component, looked up once per request. Goes to the sign-in page
 * where nobody is signed in, and to the first run where the instance has no firm yet.
 */
export const currentContext = cache(async (): Promise<ServiceContext> => {
  const db = getDb();
  const given = await headers();
  const actor = await memberOfCookie(db, given.get('cookie'), systemClock());
  if (actor) return { actor, db, clock: systemClock, ids: randomIds };
  if (!(await hasFirm(db))) redirect('/setup');
  const path = given.get(PAGE_PATH_HEADER);
  return redirect(path && path !== '/' ? `/sign-in?${new URLSearchParams({ from: path })}` : '/sign-in');
});
