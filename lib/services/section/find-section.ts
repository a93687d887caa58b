import { AppError } from '@/lib/core/errors';
import type { Prisma, Section } from '@/lib/generated/prisma/client';

/** The section of this firm with this id. Throws NOT_FOUND for any other. */
export async function findSection(db: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<Section> {
  const section = await db.section.findFirst({ where: { id: sectionId, firmId } });
  if (!section) throw new AppError('NOT_FOUND', 'There is no such section.');
  return section;
}
