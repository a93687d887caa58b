import type { Prisma } from '@/lib/generated/prisma/client';

/**
 * Signing holds the firm's figures and sources, withdrawing a figure or changing a source locks them, each until its transaction ends: a
 * withdrawal sees every signature given before it, and a signature every withdrawal. Both come before any section's row lock.
 */
export async function holdFigures(tx: Prisma.TransactionClient, firmId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`figures:${firmId}`}, 0))`;
}

/** See holdFigures. */
export async function lockFigures(tx: Prisma.TransactionClient, firmId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`figures:${firmId}`}, 0))`;
}
