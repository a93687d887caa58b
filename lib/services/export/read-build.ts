import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import { locateAnchor } from '@/lib/letter/anchors/locate-anchor';
import type { Change } from '@/lib/letter/compare/change';
import type { LetterContent } from '@/lib/letter/letter-content';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { pageMarkingWords } from '@/lib/letter/protection/page-marking-words';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { REDLINE_AUTHOR } from '@/lib/letter/tracked/redline-author';
import { canSeePrivileged } from '@/lib/policies/comment';
import type { WrittenThread } from '@/lib/word/letter-build';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import type { Snapshot } from '../letter/take-snapshot';
import { currentTemplate } from '../template/current-template';
import { readVersion } from '../version/read-version';
import type { BuildRequest } from './build-request';
import type { LetterToRender, SuggestionToWrite } from './letter-to-render';

/**
 * All that a file of this version is written from, in the caller's transaction. Throws FORBIDDEN where privileged material is asked for by
 * anybody but legal, NOT_FOUND for a version that is not there, INVALID_INPUT for a redline against the version itself.
 */
export async function readBuild(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  letterId: string,
  snapshot: Snapshot,
  request: BuildRequest,
): Promise<LetterToRender> {
  const { actor } = ctx;
  const { firmId } = actor;
  if (request.privileged) authorise(canSeePrivileged(actor));
  const [letter, firm] = [await findLetter(tx, firmId, letterId), await tx.firm.findUniqueOrThrow({ where: { id: firmId } })];
  const isReview = request.build === 'review';
  return {
    request,
    content: snapshot.content,
    versionHash: snapshot.contentHash,
    before: await readBefore(tx, firmId, letterId, snapshot, request),
    suggestions: isReview ? await readSuggestions(tx, firmId, letterId) : [],
    threads: isReview ? await readThreads(tx, firmId, letterId, snapshot.content, request.privileged) : [],
    marking: pageMarkingWords(readConfidentialRequest(letter.confidentialRequest), firm.name),
    template: await currentTemplate(tx, firmId),
  };
}

async function readBefore(
  tx: Prisma.TransactionClient,
  firmId: string,
  letterId: string,
  snapshot: Snapshot,
  { against }: BuildRequest,
): Promise<LetterToRender['before']> {
  if (against === null) return null;
  if (against === snapshot.number)
    throw new AppError('INVALID_INPUT', `The letter stands as in version ${against}: a redline against it would show nothing.`);
  const { content } = await readVersion(tx, firmId, letterId, against);
  const { createdAt } = await tx.letterSnapshot.findUniqueOrThrow({ where: { id: snapshot.id }, select: { createdAt: true } });
  return { content, tracker: { author: REDLINE_AUTHOR, at: createdAt.toISOString() } };
}

async function readSuggestions(tx: Prisma.TransactionClient, firmId: string, letterId: string): Promise<SuggestionToWrite[]> {
  const rows = await tx.suggestion.findMany({
    where: { firmId, letterId, state: 'open' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, sectionId, authorName, createdAt, change }) => ({
    id,
    sectionId,
    author: authorName,
    at: createdAt.toISOString(),
    change: change as unknown as Change,
  }));
}

/** The threads with their comments; privileged ones only where they were asked for, and places only in words that the file has. */
async function readThreads(
  tx: Prisma.TransactionClient,
  firmId: string,
  letterId: string,
  content: LetterContent,
  privileged: boolean,
): Promise<WrittenThread[]> {
  const rows = await tx.commentThread.findMany({
    where: { firmId, letterId, ...(privileged ? {} : { privileged: false }) },
    include: { comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const members = await tx.member.findMany({ where: { firmId }, select: { id: true, name: true } });
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const bodies = new Map((privileged ? content : withoutPrivileged(content)).sections.map(({ id, body }) => [id, body]));
  return rows.flatMap(({ sectionId, anchor, resolvedAt, comments }): WrittenThread[] => {
    const body = bodies.get(sectionId);
    if (!body || comments.length === 0) return [];
    const place = locateAnchor(anchor as unknown as Anchor, body);
    return [
      {
        sectionId,
        place: place === 'section' ? null : place,
        resolved: resolvedAt !== null,
        comments: comments.map(({ authorId, authorName, text, createdAt }) => ({
          author: authorId === null ? authorName : (names.get(authorId) ?? 'A former member'),
          at: createdAt.toISOString(),
          text,
        })),
      },
    ];
  });
}
