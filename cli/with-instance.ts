import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import { readSettings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/core/errors';
import { createDatabaseClient } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { openDatabase } from '@/lib/db/open-database';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { actorOfMember } from '@/lib/services/context/actor-of-member';
import type { ServiceContext } from '@/lib/services/context/service-context';

/**
 * Runs a command on this instance's database, beside a server that may be running on it. Whoever can read the data folder can do so; the act is
 * done, and audited, in the name of the member given by e-mail, or else of the instance's only active administrator.
 */
export async function withInstance<T>(asEmail: string | null, run: (ctx: ServiceContext) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  const db = createDatabaseClient(database.url);
  try {
    await migrate(database.url, readMigrations(MIGRATIONS_FOLDER));
    const memberId = await memberFor(db, asEmail);
    const actor = await actorOfMember(db, memberId);
    return await run({ actor: { ...actor, name: `${actor.name} (command line)` }, db, clock: systemClock, ids: randomIds });
  } finally {
    await db.$disconnect();
    await database.close();
  }
}

async function memberFor(db: PrismaClient, email: string | null): Promise<string> {
  if (email !== null) {
    const member = await db.member.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
    if (!member) throw new AppError('NOT_FOUND', `No member signs in as ${email}.`);
    return member.id;
  }
  const administrators = await db.member.findMany({
    where: { role: 'administrator', suspendedAt: null },
    select: { id: true, email: true },
  });
  const [only] = administrators;
  if (!only) throw new AppError('NOT_FOUND', 'This instance has no firm yet: start it with `npm start` and open the first-run link.');
  if (administrators.length > 1) {
    throw new AppError(
      'INVALID_INPUT',
      `Several administrators could be meant: add --as with one of ${administrators.map(({ email: each }) => each).join(', ')}.`,
    );
  }
  return only.id;
}
