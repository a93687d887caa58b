import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { lockFigures } from './figure-lock';
import { voidSignOffs } from './void-sign-offs';

/**
 * Voids the signatures on every section that was signed with a figure, or with any figure of a run, that was just withdrawn in this
 * transaction; those on other sections stand.
 */
export async function voidFigureSignOffs(
  { actor, clock, ids }: ServiceContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  withdrawn: { readonly figureId: string } | { readonly runId: string },
): Promise<void> {
  const { firmId } = actor;
  const [member, id] = 'figureId' in withdrawn ? ['figureId', withdrawn.figureId] : ['runId', withdrawn.runId];
  await lockFigures(tx, firmId);
  const sections = await tx.$queryRaw<{ sectionId: string }[]>`
    SELECT DISTINCT s."sectionId"::text AS "sectionId" FROM "SignOff" s, jsonb_each(s.content -> 'figures') f
      WHERE s."firmId" = ${firmId}::uuid AND s.decision = 'signed' AND s."voidedAt" IS NULL AND f.value ->> ${member} = ${id}
      ORDER BY 1`;
  for (const { sectionId } of sections) await voidSignOffs({ firmId, by: actor.name, clock, ids }, tx, audit, sectionId);
}
