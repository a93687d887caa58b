import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getDb } from '@/lib/db/client';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { randomIds } from './random-ids';
import { memberOfCookie } from './session-from-cookie';
import { systemClock } from './system-clock';

/**
 * The signed-in member's context for a page or a server component, looked up once per request. Goes to the sign-in page
 * where nobody is signed in, and to the first run where the instance has no firm yet.
 */
export const currentContext = cache(async (): Promise<ServiceContext> => {
  const db = getDb();
  const actor = await memberOfCookie(db, (await headers()).get('cookie'), systemClock());
  if (actor) return { actor, db, clock: systemClock, ids: randomIds };
  const firm = await db.firm.findFirst({ select: { id: true } });
  return redirect(firm ? '/sign-in' : '/setup');
});
