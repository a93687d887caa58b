import type { CitationSource, Prisma } from '@/lib/generated/prisma/client';
import type { Source, SourceKind } from '@/lib/letter/citations/source';

/** The sources of a firm's library by their ids, or all of them; those of other firms are not found. */
export async function firmSources(db: Prisma.TransactionClient, firmId: string, ids?: readonly string[]): Promise<CitationSource[]> {
  if (ids?.length === 0) return [];
  return db.citationSource.findMany({
    where: { firmId, ...(ids ? { id: { in: [...ids] } } : {}) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  });
}

export function sourceOf({ id, kind, fields }: CitationSource): Source {
  return { id, kind: kind as SourceKind, fields: fields as Record<string, string> };
}
