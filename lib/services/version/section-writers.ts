import type { Prisma } from '@/lib/generated/prisma/client';
import type { WriterSpan } from '@/lib/letter/authorship/authorship';
import { spansOfUpdate } from '@/lib/letter/authorship/spans-of-update';

/** Who wrote with which client in a section's present document: as noted when its log was folded, and from the log since. */
export async function sectionWriters(db: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<readonly WriterSpan[]> {
  const section = await db.section.findFirst({ where: { id: sectionId, firmId }, select: { generation: true } });
  if (!section) return [];
  const of = { firmId, sectionId, generation: section.generation };
  const [noted, log] = [
    await db.sectionWriter.findMany({ where: of, orderBy: [{ clientId: 'asc' }, { fromClock: 'asc' }] }),
    await db.sectionUpdate.findMany({ where: of, orderBy: { id: 'asc' }, select: { update: true, memberId: true, at: true } }),
  ];
  return [
    ...noted.map(({ clientId, fromClock, toClock, memberId, at }) => ({
      ...{ clientId: Number(clientId), fromClock, toClock, memberId },
      at: at.toISOString(),
    })),
    ...log.flatMap(({ update, memberId, at }) => spansOfUpdate(update, memberId, at.toISOString())),
  ];
}
