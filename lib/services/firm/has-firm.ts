import type { PrismaClient } from '@/lib/generated/prisma/client';

/** Whether the first run is behind this instance. */
export async function hasFirm(db: PrismaClient): Promise<boolean> {
  return (await db.firm.findFirst({ select: { id: true } })) !== null;
}
