import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { voidSignOffs } from './void-sign-offs';

/**
 * Voids the signatures on every section that was signed citing a source that was just changed in this transaction, which holds the lock of
 * figures and sources (lockFigures); those on other sections stand, and those of a filed letter, which reads it as it was filed.
 */
export async function voidSourceSignOffs(
  { actor, clock, ids }: ServiceContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  sourceId: string,
): Promise<void> {
  const { firmId } = actor;
  const sections = await tx.$queryRaw<{ sectionId: string }[]>`
    SELECT DISTINCT s."sectionId"::text AS "sectionId" FROM "SignOff" s
      WHERE s."firmId" = ${firmId}::uuid AND s.decision = 'signed' AND s."voidedAt" IS NULL AND s.content -> 'sources' -> ${sourceId} IS NOT NULL
      ORDER BY 1`;
  for (const { sectionId } of sections) await voidSignOffs({ firmId, by: actor.name, clock, ids }, tx, audit, sectionId);
}
