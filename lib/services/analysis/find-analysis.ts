import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';

/** The analysis with its portfolio's head. Throws NOT_FOUND where the firm has none of this id. */
export async function findAnalysis(db: Prisma.TransactionClient, firmId: string, analysisId: string) {
  const analysis = await db.analysis.findFirst({
    where: { id: analysisId, firmId },
    include: {
      portfolio: { select: { id: true, name: true, asOf: true, calculationCurrency: true, contentHash: true, positionCount: true } },
    },
  });
  if (!analysis) throw new AppError('NOT_FOUND', 'There is no such analysis.');
  return analysis;
}
