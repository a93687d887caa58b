import type { PrismaClient } from '@/lib/generated/prisma/client';
import { agencyOf } from '@/lib/margin/classification/agency-of';
import { type Classification, REGIMES } from '@/lib/margin/classification/regime';
import type { Position } from '@/lib/margin/portfolio/position';
import { positionFromJson } from '@/lib/margin/portfolio/position-codec';

const PAGE = 5000;

/** All positions of a portfolio in the order of its file, with the regimes that were decided at import. */
export async function loadPositions(
  db: PrismaClient,
  firmId: string,
  portfolioId: string,
  progress: (read: number) => void,
): Promise<{ readonly positions: readonly Position[]; readonly classifications: readonly Classification[] }> {
  const positions: Position[] = [];
  const classifications: Classification[] = [];
  for (let after = -1; ; ) {
    const rows = await db.portfolioPosition.findMany({
      where: { portfolioId, firmId, ordinal: { gt: after } },
      orderBy: { ordinal: 'asc' },
      take: PAGE,
      select: { ordinal: true, positionId: true, regime: true, test: true, data: true },
    });
    for (const row of rows) {
      const regime = REGIMES.find((known) => known === row.regime) ?? 'undetermined';
      positions.push(positionFromJson(row.data));
      classifications.push({ positionId: row.positionId, regime, agency: agencyOf(regime), test: row.test, reason: '', citation: null });
    }
    progress(positions.length);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { positions, classifications };
    after = last.ordinal;
  }
}
