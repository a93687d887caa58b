import type { PrismaClient } from '@/lib/generated/prisma/client';
import { newSecretToken, type RandomSource } from '../context/secret-token';

/**
 * A new secret for the first run's link, at each start until there is a firm; null afterwards. The database keeps its hash
 * only, and an earlier start's link stops working.
 */
export async function ensureSetupToken({
  db,
  random,
}: {
  readonly db: PrismaClient;
  readonly random: RandomSource;
}): Promise<string | null> {
  return db.$transaction(async (tx) => {
    if (await tx.firm.findFirst({ select: { id: true } })) return null;
    const { token, hash } = newSecretToken(random);
    await tx.instance.upsert({ where: { id: 1 }, create: { id: 1, setupTokenHash: hash }, update: { setupTokenHash: hash } });
    return token;
  });
}
