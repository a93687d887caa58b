import { AppError } from '@/lib/core/errors';
import type { PrismaClient } from '@/lib/generated/prisma/client';

/** At most `limit` of one kind of act per window of `windowSeconds`; `key` says of what and of whom. */
export interface RateLimit {
  readonly key: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

const FORGET_AFTER_MS = 24 * 3_600_000;

/**
 * Counts one act in its window, for all processes over this database together. Throws RATE_LIMITED, with
 * `details.retryAfterSeconds`, once the window is full; a refused try does not prolong it.
 */
export async function limitRate(db: PrismaClient, { key, limit, windowSeconds }: RateLimit, now: Date): Promise<void> {
  const begins = new Date(now.getTime() - windowSeconds * 1000);
  const [row] = await db.$queryRaw<{ startedAt: Date; count: number }[]>`
    INSERT INTO "RateWindow" ("key", "startedAt", "count") VALUES (${key}, ${now}, 1)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateWindow"."startedAt" <= ${begins} THEN 1 ELSE "RateWindow"."count" + 1 END,
      "startedAt" = CASE WHEN "RateWindow"."startedAt" <= ${begins} THEN ${now} ELSE "RateWindow"."startedAt" END
    RETURNING "startedAt", "count"`;
  if (!row) return;
  if (row.count === 1) await db.rateWindow.deleteMany({ where: { startedAt: { lt: new Date(now.getTime() - FORGET_AFTER_MS) } } });
  if (row.count <= limit) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((row.startedAt.getTime() + windowSeconds * 1000 - now.getTime()) / 1000));
  const wait = retryAfterSeconds < 90 ? `${retryAfterSeconds} seconds` : `${Math.ceil(retryAfterSeconds / 60)} minutes`;
  throw new AppError('RATE_LIMITED', `Too many tries. Wait ${wait}, then try again.`, { retryAfterSeconds });
}

/** Forgets a window, e.g. after a sign-in that succeeded. */
export async function clearRate(db: PrismaClient, key: string): Promise<void> {
  await db.rateWindow.deleteMany({ where: { key } });
}
