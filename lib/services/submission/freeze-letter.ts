import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import { announce } from '../live/announce';
import { lockSection } from '../room/lock-section';

/**
 * Freezes a letter, or opens it again, in the caller's transaction, which holds the letter's row: under the locks of its sections, so that every
 * keystroke acknowledged before stands in it and none comes after. Everybody who has it open is told at once.
 */
export async function setFrozen(ctx: ServiceContext, tx: Prisma.TransactionClient, letterId: string, frozen: boolean): Promise<void> {
  const { firmId } = ctx.actor;
  const now = ctx.clock();
  const sections = await tx.section.findMany({ where: { firmId, letterId }, select: { id: true }, orderBy: { id: 'asc' } });
  for (const { id } of sections) await lockSection(tx, firmId, id);
  await tx.section.updateMany({ where: { firmId, letterId }, data: { frozen } });
  await tx.letter.update({ where: { id: letterId }, data: { frozenAt: frozen ? now : null, updatedAt: now } });
  for (const { id } of sections) await announce(tx, { topic: 'room', firmId, sectionId: id });
  for (const about of ['outline', 'review', 'suggestions'] as const) {
    await announce(tx, { topic: 'letter', about, firmId, letterId, sectionId: null });
  }
}
