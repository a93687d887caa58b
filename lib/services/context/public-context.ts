import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';

/** What a use case is given where nobody is signed in: first run, sign-in, accepting an invitation. */
export interface PublicContext {
  readonly db: PrismaClient;
  readonly clock: Clock;
  readonly ids: IdSource;
}
