import type { Prisma } from '@/lib/generated/prisma/client';
import type { VersionOccasion } from '@/lib/review/version-occasion';
import type { Audit } from '../context/transact';
import { type SnapshotTaker, takeSnapshot } from '../letter/take-snapshot';

/**
 * Keeps the letter as it stands because something is about to happen to it, or happened: in the transaction of that. `taker` is the member's
 * ServiceContext, or the server's own with `memberId: null`. Gives the version's number: that of the last one where nothing changed since.
 */
export async function keepAutomaticVersion(
  taker: SnapshotTaker,
  tx: Prisma.TransactionClient,
  audit: Audit,
  letterId: string,
  occasion: Extract<VersionOccasion, 'automatic' | 'signed'>,
): Promise<number> {
  return (await takeSnapshot(taker, tx, audit, { letterId, occasion })).number;
}
