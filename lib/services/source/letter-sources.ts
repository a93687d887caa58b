import type { Letter, Prisma } from '@/lib/generated/prisma/client';
import type { Source } from '@/lib/letter/citations/source';
import type { LetterContent } from '@/lib/letter/letter-content';
import { firmSources, sourceOf } from './firm-sources';

/**
 * Sources of the library as a letter reads them, by their ids, or all: as they are now, and for a frozen letter those that it cites as in the
 * version that was filed last, whatever became of them in the library.
 */
export async function letterSources(
  db: Prisma.TransactionClient,
  firmId: string,
  { id: letterId, frozenAt }: Pick<Letter, 'id' | 'frozenAt'>,
  ids?: readonly string[],
): Promise<readonly Source[]> {
  const sources = (await firmSources(db, firmId, ids)).map(sourceOf);
  if (frozenAt === null || sources.length === 0) return sources;
  const filed = await filedSources(db, firmId, letterId);
  return sources.map((source) => filed[source.id] ?? source);
}

async function filedSources(db: Prisma.TransactionClient, firmId: string, letterId: string): Promise<Readonly<Record<string, Source>>> {
  const submission = await db.submission.findFirst({
    where: { firmId, letterId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { snapshotId: true },
  });
  const version = submission && (await db.letterSnapshot.findFirst({ where: { id: submission.snapshotId, firmId, letterId } }));
  return (version?.content as unknown as LetterContent | undefined)?.sources ?? {};
}
