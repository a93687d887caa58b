import { AppError } from '@/lib/core/errors';
import type { Decision } from '@/lib/policies/decision';
import { canReadLetter } from '@/lib/policies/letter';
import { canImportReturned } from '@/lib/policies/returned';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { type StoredReturn, seenReturn } from './stored-return';

export interface ReturnedView extends Omit<StoredReturn, 'privileged'> {
  readonly id: string;
  readonly versionNumber: number | null;
  readonly createdAt: string;
  readonly settledAt: string | null;
  /** settling its conflicts */
  readonly right: Decision;
}

/** What came back in one file; its suggestions are listed with the letter's. Throws NOT_FOUND for another firm's. */
export async function readReturned(ctx: ServiceContext, letterId: string, returnedId: string): Promise<ReturnedView> {
  const { actor, db } = ctx;
  const { firmId } = actor;
  authorise(canReadLetter(actor));
  const letter = await findLetter(db, firmId, letterId);
  const row = await db.returnedFile.findFirst({ where: { id: returnedId, firmId, letterId } });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such returned file.');
  const snapshot = row.snapshotId
    ? await db.letterSnapshot.findFirst({ where: { id: row.snapshotId, firmId }, select: { number: true } })
    : null;
  return {
    ...seenReturn(actor, row),
    id: row.id,
    versionNumber: snapshot?.number ?? null,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    right: canImportReturned(actor, { frozen: letter.frozenAt !== null }),
  };
}
