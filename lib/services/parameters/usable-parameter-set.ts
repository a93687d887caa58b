import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { UsedParameterSet } from '../run/run-description';
import type { ParameterKind } from './parameter-kind';
import { whyUnusable } from './why-unusable';

const NOUNS: Readonly<Record<ParameterKind, string>> = { simm: 'SIMM pack', scan: 'set of scan parameters' };

/**
 * The firm's parameter set of a kind that a run may use; null where none is named. Throws NOT_FOUND for another firm's, CHECK_FAILED with the reason
 * for one that was withdrawn or whose licence nobody has confirmed.
 */
export async function usableParameterSet(
  db: Prisma.TransactionClient,
  firmId: string,
  kind: ParameterKind,
  id: string | null,
): Promise<UsedParameterSet | null> {
  if (id === null) return null;
  const row = await db.parameterSet.findFirst({ where: { id, firmId, kind }, omit: { content: true } });
  if (row === null) throw new AppError('NOT_FOUND', `There is no such ${NOUNS[kind]}. Choose another.`);
  const reason = whyUnusable(row);
  if (reason !== null) throw new AppError('CHECK_FAILED', reason);
  return { id: row.id, name: row.name, version: row.version, contentHash: row.contentHash };
}

/** The firm's other SIMM packs that a run may use, oldest first. */
export async function otherSimmPacks(db: Prisma.TransactionClient, firmId: string, except: string): Promise<UsedParameterSet[]> {
  const rows = await db.parameterSet.findMany({
    where: { firmId, kind: 'simm', withdrawnAt: null, NOT: [{ id: except }, { licenceConfirmedAt: null }] },
    orderBy: [{ version: 'asc' }, { createdAt: 'asc' }],
    omit: { content: true },
  });
  return rows.map(({ id, name, version, contentHash }) => ({ id, name, version, contentHash }));
}
