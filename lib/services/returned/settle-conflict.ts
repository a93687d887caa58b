import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { Settlement } from '@/lib/letter/returned/return-report';
import { canImportReturned } from '@/lib/policies/returned';
import { tellOfThread } from '../comment/tell-of-thread';
import { threadPlace } from '../comment/thread-place';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { type Audit, transact } from '../context/transact';
import { lockLetter } from '../letter/lock-letter';
import { announce } from '../live/announce';
import { changeSection } from '../section/change-section';
import { UNTRACKED } from './receive-return';
import { asReport, type StoredConflict, storedReturn } from './stored-return';

export interface SettleConflict {
  readonly letterId: string;
  readonly returnedId: string;
  readonly key: string;
  readonly settlement: Settlement;
}

/**
 * Settles one conflict of a returned file as a person says. A suggestion that comes of it is decided like any other; a comment says what the file
 * says and, where it is about a figure, asks the risk members. Throws NOT_FOUND, FORBIDDEN, CONFLICT where it is settled already.
 */
export async function settleConflict(ctx: ServiceContext, input: SettleConflict): Promise<void> {
  const { actor } = ctx;
  const { letterId, returnedId, key, settlement } = input;
  await transact(ctx, async (tx, audit) => {
    const letter = await lockLetter(tx, actor.firmId, letterId);
    authorise(canImportReturned(actor, { frozen: letter.frozenAt !== null }));
    await tx.$queryRaw`SELECT 1 FROM "ReturnedFile" WHERE id = ${returnedId}::uuid AND "firmId" = ${actor.firmId}::uuid FOR UPDATE`;
    const conflict = await openConflict(tx, ctx, input);
    if (settlement === 'rename' && conflict.sectionId) {
      await changeSection(ctx, tx, audit, conflict.sectionId, { title: conflict.file.slice(0, 500) });
    }
    const suggestionId = settlement === 'suggest' ? await suggest({ ctx, tx, audit, input }, conflict) : null;
    const threadId = settlement === 'comment' ? await comment({ ctx, tx, audit, input }, conflict) : null;
    const row = await tx.returnedFile.findFirstOrThrow({ where: { id: returnedId, firmId: actor.firmId, letterId } });
    const at = ctx.clock();
    const settled = { settlement, byId: actor.memberId, byName: actor.name, at: at.toISOString(), suggestionId, threadId };
    const report = storedReturn(row);
    const conflicts = report.conflicts.map((each) => (each.key === key ? { ...each, settled } : each));
    const suggestionIds = suggestionId ? [...report.suggestionIds, suggestionId] : report.suggestionIds;
    await tx.returnedFile.update({
      where: { id: returnedId },
      data: {
        report: asReport({ ...report, conflicts, suggestionIds }),
        settledAt: conflicts.every((each) => each.settled) ? at : null,
      },
    });
    const { kind, place, sent, file } = conflict;
    audit({
      type: 'letter.return-settled',
      subject: { type: 'letter', id: letterId },
      data: { returnedFileId: returnedId, key, kind, place, sent, file, settlement, suggestionId, threadId },
    });
  });
}

async function openConflict(
  db: Prisma.TransactionClient,
  { actor }: ServiceContext,
  { letterId, returnedId, key, settlement }: SettleConflict,
): Promise<StoredConflict> {
  const row = await db.returnedFile.findFirst({ where: { id: returnedId, firmId: actor.firmId, letterId } });
  const conflict = row && storedReturn(row).conflicts.find((each) => each.key === key);
  if (!conflict) throw new AppError('NOT_FOUND', 'There is no such conflict.');
  if (conflict.settled) throw new AppError('CONFLICT', `${conflict.settled.byName} settled this already. Load the page again.`);
  if (!conflict.settlements.includes(settlement)) throw new AppError('INVALID_INPUT', 'This conflict cannot be settled so.');
  return conflict;
}

interface Settling {
  readonly ctx: ServiceContext;
  readonly tx: Prisma.TransactionClient;
  readonly audit: Audit;
  readonly input: SettleConflict;
}

async function suggest({ ctx, tx, input }: Settling, { sectionId, proposal, name }: StoredConflict): Promise<string> {
  const { firmId } = ctx.actor;
  const { letterId, returnedId } = input;
  if (!sectionId || !proposal) throw new AppError('INVALID_INPUT', 'This conflict cannot be settled so.');
  const id = ctx.ids();
  const at = ctx.clock();
  await tx.suggestion.create({
    data: {
      ...{ id, firmId, letterId, sectionId, forkId: null, authorId: null, authorName: name ?? UNTRACKED, source: 'word' },
      ...{ returnedFileId: returnedId, change: proposal as unknown as Prisma.InputJsonObject, createdAt: at, changedAt: at },
    },
  });
  await announce(tx, { topic: 'letter', about: 'suggestions', firmId, letterId, sectionId });
  return id;
}

async function comment({ ctx, tx, audit, input }: Settling, conflict: StoredConflict): Promise<string> {
  const { firmId, memberId } = ctx.actor;
  const { sectionId, nodeId, subject, kind } = conflict;
  if (!sectionId) throw new AppError('INVALID_INPUT', 'This conflict is about no section that a comment could stand in.');
  const risk = kind === 'figure' ? await tx.member.findMany({ where: { firmId, role: 'risk', suspendedAt: null }, take: 20 }) : [];
  const mentions = risk.map(({ id }) => id).filter((id) => id !== memberId);
  const anchor: Anchor = nodeId === null ? { kind: 'section' } : { kind: 'node', nodeId, quote: subject || conflict.sent };
  const at = ctx.clock();
  const [id, commentId] = [ctx.ids(), ctx.ids()];
  const thread = await tx.commentThread.create({
    data: {
      ...{ id, firmId, letterId: input.letterId, sectionId, anchor: anchor as unknown as Prisma.InputJsonObject, privileged: false },
      ...{ createdById: memberId, createdAt: at, updatedAt: at, returnedFileId: input.returnedId },
      comments: { create: { id: commentId, firmId, authorId: memberId, text: wordsOf(conflict), mentions, createdAt: at } },
    },
  });
  await tellOfThread(ctx, tx, thread, { mentioned: mentions });
  audit({
    type: 'comment.thread-started',
    subject: { type: 'thread', id },
    data: { ...threadPlace(thread), about: anchor.kind, commentId },
  });
  return id;
}

function wordsOf({ name, file, sent, now, why }: StoredConflict): string {
  const who = name === null ? 'The returned Word file' : `${name}, in the returned Word file,`;
  const says = file === '' ? `${who} takes this out.` : `${who} says: “${file}”.`;
  const was = sent === '' ? '' : ` It was sent as “${sent}”.`;
  const is = now === '' || now === sent ? '' : ` The letter now says “${now}”.`;
  return `${says}${was}${is} ${why}`.slice(0, 9_000);
}
