import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { voidSignOffs } from './void-sign-offs';

/**
 * Voids the signatures that a member's act touched on a section, in the transaction of that act; see voidSignOffs. For every service that changes a
 * text, a title or a coverage. Costs one count where nothing is signed.
 */
export async function voidTouchedSignOffs(
  { actor, clock, ids }: ServiceContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  sectionId: string,
): Promise<void> {
  const { firmId } = actor;
  const standing = await tx.signOff.count({ where: { firmId, sectionId, decision: 'signed', voidedAt: null } });
  if (standing > 0) await voidSignOffs({ firmId, by: actor.name, clock, ids }, tx, audit, sectionId);
}
