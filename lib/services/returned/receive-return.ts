import type { Prisma } from '@/lib/generated/prisma/client';
import type { Change } from '@/lib/letter/compare/change';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ReturnKnowledge } from '@/lib/letter/returned/compare-returned';
import type { ReturnReport } from '@/lib/letter/returned/return-report';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import { REDLINE_AUTHOR } from '@/lib/letter/tracked/redline-author';
import { canImportReturned } from '@/lib/policies/returned';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { type Audit, transact } from '../context/transact';
import { findStoredFile } from '../file/read-stored-file';
import type { StoredFileSummary } from '../file/store-file';
import { findLetter } from '../letter/find-letter';
import { lockLetter } from '../letter/lock-letter';
import { readLetterContent } from '../letter/read-letter-content';
import { announce } from '../live/announce';
import { type FoundSnapshot, findSnapshotOf } from './find-snapshot';
import { keepThreads } from './keep-threads';
import { asReport, type StoredReturn } from './stored-return';

/** Reads a Word file and compares it; given from outside, so that a server does it in a worker thread and a command line in its own. */
export interface ReturnReader {
  /** Throws UNREADABLE_FILE or TOO_LARGE, with the reason. */
  read(fileId: string): Promise<ReturnedDocument>;
  compare(input: ToCompare): Promise<ReturnReport>;
}

export interface ToCompare {
  readonly fileId: string;
  readonly snapshot: LetterContent;
  readonly now: LetterContent;
  readonly knowledge: Pick<ReturnKnowledge, 'ownAuthors' | 'suggestions' | 'threads'>;
}

export interface ReceivedReturn {
  readonly returnedId: string;
  /** true where the very same file was read before: nothing was done again */
  readonly isKnown: boolean;
  readonly suggestions: number;
  readonly conflicts: number;
}

/** Whose name stands for changes that Word did not track. */
export const UNTRACKED = 'Untracked edit';

/**
 * Reads a file that came back into the letter's suggestions, conflicts and comments. Nothing of the text is changed: a person decides each. The
 * same file a second time does nothing. Throws FORBIDDEN for a frozen letter, NOT_FOUND for another firm's, UNREADABLE_FILE for a file of another
 * letter or of none.
 */
export async function receiveReturn(
  ctx: ServiceContext,
  { letterId, fileId }: { readonly letterId: string; readonly fileId: string },
  reader: ReturnReader,
): Promise<ReceivedReturn> {
  const { actor, db } = ctx;
  const { firmId } = actor;
  const letter = await findLetter(db, firmId, letterId);
  authorise(canImportReturned(actor, { frozen: letter.frozenAt !== null }));
  const file = await findStoredFile(db, firmId, fileId);
  const before = await readBefore(db, firmId, letterId, file.sha256);
  if (before) return before;

  const returned = await reader.read(fileId);
  const snapshot = await findSnapshotOf(db, letter, returned);
  const now = await readLetterContent(db, firmId, letterId);
  const report = await reader.compare({
    fileId,
    snapshot: snapshot.content,
    now,
    knowledge: {
      ownAuthors: [REDLINE_AUTHOR],
      suggestions: await knownSuggestions(db, firmId, letterId),
      threads: await knownThreads(db, firmId, letterId),
    },
  });
  return transact(ctx, (tx, audit) => keep({ ctx, tx, audit, letterId, file, snapshot, report }), { timeoutMs: 120_000 });
}

interface Keeping {
  readonly ctx: ServiceContext;
  readonly tx: Prisma.TransactionClient;
  readonly audit: Audit;
  readonly letterId: string;
  readonly file: StoredFileSummary;
  readonly snapshot: FoundSnapshot;
  readonly report: ReturnReport;
}

async function keep({ ctx, tx, audit, letterId, file, snapshot, report }: Keeping): Promise<ReceivedReturn> {
  const { actor, clock, ids } = ctx;
  const { firmId } = actor;
  const letter = await lockLetter(tx, firmId, letterId);
  authorise(canImportReturned(actor, { frozen: letter.frozenAt !== null }));
  // the same file may have been read twice at once
  const before = await readBefore(tx, firmId, letterId, file.sha256);
  if (before) return before;
  const returnedId = ids();
  const at = clock();
  const suggestions = report.changes.map((each) => ({ id: ids(), each }));
  const stored: StoredReturn = {
    fileName: file.name,
    foundBy: snapshot.foundBy,
    authors: report.authors,
    suggestionIds: suggestions.map(({ id }) => id),
    known: report.known,
    conflicts: report.conflicts.map((conflict) => ({ ...conflict, settled: null })),
    ...(await countComments(tx, firmId, report)),
    notUnderstood: report.notUnderstood,
  };
  await tx.returnedFile.create({
    data: {
      ...{ id: returnedId, firmId, letterId, snapshotId: snapshot.snapshotId, fileId: file.id, sha256: file.sha256 },
      ...{ report: asReport(stored), createdById: actor.memberId, createdAt: at },
      settledAt: report.conflicts.length === 0 ? at : null,
    },
  });
  await tx.suggestion.createMany({
    data: suggestions.map(({ id, each }) => ({
      ...{ id, firmId, letterId, sectionId: each.sectionId, forkId: null, authorId: null, source: 'word', returnedFileId: returnedId },
      ...{ authorName: each.name ?? UNTRACKED, change: each.change as unknown as Prisma.InputJsonObject },
      ...{ createdAt: timeOf(each.at, at), changedAt: at },
    })),
  });
  await keepThreads({ ctx, tx, audit, letterId, returnedId, report });
  audit({
    type: 'letter.file-returned',
    subject: { type: 'letter', id: letterId },
    data: {
      ...{ returnedFileId: returnedId, fileName: file.name, sha256: file.sha256, snapshotNumber: snapshot.number },
      ...{ suggestions: suggestions.length, conflicts: stored.conflicts.length, threads: stored.threads, replies: stored.replies },
      ...{ notUnderstood: stored.notUnderstood.length, authors: stored.authors },
    },
  });
  for (const sectionId of new Set(report.changes.map((each) => each.sectionId))) {
    await announce(tx, { topic: 'letter', about: 'suggestions', firmId, letterId, sectionId });
  }
  return { returnedId, isKnown: false, suggestions: suggestions.length, conflicts: stored.conflicts.length };
}

/** How many comments came, those that only legal sees apart. */
async function countComments(
  tx: Prisma.TransactionClient,
  firmId: string,
  { threads, replies }: ReturnReport,
): Promise<Pick<StoredReturn, 'threads' | 'replies' | 'privileged'>> {
  const ids = replies.map(({ threadId }) => threadId);
  const rows = await tx.commentThread.findMany({ where: { firmId, id: { in: ids }, privileged: true }, select: { id: true } });
  const forLegal = new Set(rows.map(({ id }) => id));
  const repliesOf = (isLegal: boolean) =>
    replies.filter(({ threadId }) => forLegal.has(threadId) === isLegal).reduce((sum, { comments }) => sum + comments.length, 0);
  const threadsOf = (isLegal: boolean) => threads.filter(({ privileged }) => privileged === isLegal).length;
  return {
    threads: threadsOf(false),
    replies: repliesOf(false),
    privileged: { threads: threadsOf(true), replies: repliesOf(true) },
  };
}

/** The time that a file claims, where it is one and not in the future. */
function timeOf(claimed: string | null, now: Date): Date {
  const at = claimed === null ? Number.NaN : Date.parse(claimed);
  return Number.isNaN(at) || at > now.getTime() || at < 0 ? now : new Date(at);
}

async function readBefore(db: Prisma.TransactionClient, firmId: string, letterId: string, sha256: string): Promise<ReceivedReturn | null> {
  const row = await db.returnedFile.findFirst({ where: { firmId, letterId, sha256 }, select: { id: true } });
  return row && { returnedId: row.id, isKnown: true, suggestions: 0, conflicts: 0 };
}

async function knownSuggestions(db: Prisma.TransactionClient, firmId: string, letterId: string) {
  const rows = await db.suggestion.findMany({
    where: { firmId, letterId, state: { in: ['open', 'orphaned', 'rejected'] } },
    select: { sectionId: true, change: true },
  });
  return rows.map(({ sectionId, change }) => ({ sectionId, change: change as unknown as Change }));
}

/** All of them, also those that the reader of the file may not see: what came out of a privileged thread goes back into it. */
async function knownThreads(db: Prisma.TransactionClient, firmId: string, letterId: string) {
  const rows = await db.commentThread.findMany({
    where: { firmId, letterId },
    include: { comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const members = await db.member.findMany({ where: { firmId }, select: { id: true, name: true } });
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return rows.map(({ id, privileged, comments }) => ({
    ...{ id, privileged },
    comments: comments.map(({ authorId, authorName, text }) => ({ author: (authorId && names.get(authorId)) || authorName, text })),
  }));
}
