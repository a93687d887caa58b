import type { Prisma } from '@/lib/generated/prisma/client';
import { ANNOUNCEMENT_CHANNEL, type Announcement } from './announcement';

/** Tells every process of something, at the moment when this transaction commits; nothing is told where it does not. */
export async function announce(tx: Prisma.TransactionClient, announcement: Announcement): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${ANNOUNCEMENT_CHANNEL}, ${JSON.stringify(announcement)})`;
}
