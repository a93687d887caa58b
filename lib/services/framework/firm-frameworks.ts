import type { Prisma } from '@/lib/generated/prisma/client';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { BUILT_IN_FRAMEWORKS } from '@/lib/margin/frameworks/frameworks';
import { storedFramework } from './stored-framework';

/** Every framework that the firm's analyses can name: the built-in ones, then its own by name. Whether the member may read them is for the caller to have asked. */
export async function firmFrameworks(db: Prisma.TransactionClient, firmId: string): Promise<readonly Framework[]> {
  const rows = await db.firmFramework.findMany({
    where: { firmId },
    orderBy: [{ name: 'asc' }, { key: 'asc' }],
    select: { content: true },
  });
  return [...BUILT_IN_FRAMEWORKS, ...rows.map((row) => storedFramework(row.content))];
}

/** The hash of each of the firm's own frameworks by its key: what an analysis of today would compute with. */
export async function frameworkHashes(db: Prisma.TransactionClient, firmId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.firmFramework.findMany({ where: { firmId }, select: { key: true, contentHash: true } });
  return new Map(rows.map((row) => [row.key, row.contentHash]));
}
