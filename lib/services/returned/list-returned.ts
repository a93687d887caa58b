import type { Decision } from '@/lib/policies/decision';
import { canReadLetter } from '@/lib/policies/letter';
import { canImportReturned } from '@/lib/policies/returned';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { type FoundBy, seenReturn } from './stored-return';

export interface ReturnedSummary {
  readonly id: string;
  readonly fileName: string;
  readonly versionNumber: number | null;
  readonly foundBy: FoundBy;
  readonly authors: readonly string[];
  readonly by: string;
  readonly createdAt: string;
  readonly suggestions: { readonly all: number; readonly open: number };
  readonly conflicts: { readonly all: number; readonly open: number };
  readonly comments: number;
}

export interface ReturnedList {
  readonly files: readonly ReturnedSummary[];
  readonly right: Decision;
}

/** The Word files of a letter that came back, newest first, with how much of each waits for a person. Throws NOT_FOUND for another firm's letter. */
export async function listReturned(ctx: ServiceContext, letterId: string): Promise<ReturnedList> {
  const { actor, db } = ctx;
  const { firmId } = actor;
  authorise(canReadLetter(actor));
  const letter = await findLetter(db, firmId, letterId);
  const rows = await db.returnedFile.findMany({ where: { firmId, letterId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  const [snapshots, members, open] = await Promise.all([
    db.letterSnapshot.findMany({ where: { firmId, letterId }, select: { id: true, number: true } }),
    db.member.findMany({ where: { firmId }, select: { id: true, name: true } }),
    db.suggestion.groupBy({
      by: ['returnedFileId'],
      where: { firmId, letterId, source: 'word', state: { in: ['open', 'orphaned'] } },
      _count: { _all: true },
    }),
  ]);
  const numbers = new Map(snapshots.map(({ id, number }) => [id, number]));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const waiting = new Map(open.map((each) => [each.returnedFileId, each._count._all]));
  const files = rows.map((row): ReturnedSummary => {
    const report = seenReturn(actor, row);
    return {
      id: row.id,
      fileName: report.fileName,
      versionNumber: row.snapshotId === null ? null : (numbers.get(row.snapshotId) ?? null),
      foundBy: report.foundBy,
      authors: report.authors,
      by: names.get(row.createdById) ?? 'A former member',
      createdAt: row.createdAt.toISOString(),
      suggestions: { all: report.suggestionIds.length, open: waiting.get(row.id) ?? 0 },
      conflicts: { all: report.conflicts.length, open: report.conflicts.filter(({ settled }) => settled === null).length },
      comments: report.threads + report.replies,
    };
  });
  return { files, right: canImportReturned(actor, { frozen: letter.frozenAt !== null }) };
}
