import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { Actor } from '@/lib/policies/actor';

/** What every use case is given: who acts, the database, the time and new ids. */
export interface ServiceContext {
  readonly actor: Actor;
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly ids: IdSource;
}
