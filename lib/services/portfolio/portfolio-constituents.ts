import type { PrismaClient } from '@/lib/generated/prisma/client';
import { type IndexConstituents, NO_CONSTITUENTS } from '@/lib/margin/classification/index-constituents';
import { readConstituents } from '@/lib/margin/classification/read-constituents';
import { readStoredFile } from '../file/read-stored-file';

/** The index constituents that a portfolio was classified with; none where it came without. */
export async function portfolioConstituents(
  db: PrismaClient,
  portfolio: { readonly id: string; readonly firmId: string },
): Promise<IndexConstituents> {
  const { id: portfolioId, firmId } = portfolio;
  const file = await db.portfolioEvidence.findFirst({ where: { portfolioId, firmId, kind: 'constituents' }, select: { fileId: true } });
  return file === null ? NO_CONSTITUENTS : (await readConstituents(readStoredFile(db, file.fileId))).constituents;
}
