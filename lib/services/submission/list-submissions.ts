import type { Decision } from '@/lib/policies/decision';
import { canReadLetter, canRecordSubmission, canUnfreezeLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';

export interface SubmissionView {
  readonly id: string;
  readonly agency: string;
  readonly channel: string;
  /** ISO instants */
  readonly submittedAt: string;
  readonly recordedAt: string;
  readonly receipt: string;
  readonly note: string;
  readonly by: string;
  readonly snapshotNumber: number;
  /** the file that was sent, where it was made here */
  readonly exportId: string | null;
}

export interface LetterSubmissions {
  /** Newest first. */
  readonly submissions: readonly SubmissionView[];
  /** ISO instant since which nothing of the letter changes; null while it is open. */
  readonly frozenAt: string | null;
  readonly rights: { readonly record: Decision; readonly unfreeze: Decision };
}

/** What was sent of this letter, to whom and when, and whether it is frozen by it. */
export async function listSubmissions(ctx: ServiceContext, letterId: string): Promise<LetterSubmissions> {
  const { actor, db } = ctx;
  authorise(canReadLetter(actor));
  const { firmId } = actor;
  const letter = await findLetter(db, firmId, letterId);
  const [rows, members, snapshots] = await Promise.all([
    db.submission.findMany({ where: { firmId, letterId }, orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }] }),
    db.member.findMany({ where: { firmId }, select: { id: true, name: true } }),
    db.letterSnapshot.findMany({ where: { firmId, letterId }, select: { id: true, number: true } }),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const numbers = new Map(snapshots.map(({ id, number }) => [id, number]));
  return {
    submissions: rows.map(({ id, agency, channel, receipt, note, exportId, ...row }) => ({
      ...{ id, agency, channel, receipt, note, exportId },
      submittedAt: row.submittedAt.toISOString(),
      recordedAt: row.createdAt.toISOString(),
      by: names.get(row.createdById) ?? 'A former member',
      snapshotNumber: numbers.get(row.snapshotId) ?? 0,
    })),
    frozenAt: letter.frozenAt?.toISOString() ?? null,
    rights: { record: canRecordSubmission(actor), unfreeze: canUnfreezeLetter(actor, { frozen: letter.frozenAt !== null }) },
  };
}
