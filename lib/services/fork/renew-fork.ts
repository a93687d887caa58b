import * as Y from 'yjs';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ServiceContext } from '../context/service-context';
import { announce } from '../live/announce';
import { roomDocument } from '../room/room-document';
import { updateTo } from '../room/update-to';
import { lockFork } from './lock-fork';
import { readFork, type StoredFork } from './read-fork';

/** How long an ended generation is kept for a client that comes back with something unsent. */
const KEPT_FOR_MS = 90 * 24 * 3_600_000;

/**
 * Ends a fork's generation and begins the next one with `target` as its text, written over the section as this transaction has it: what is the
 * same in both follows the section from then on. The ended generation is kept for `carryOver`. Clients of it are refused at the commit. Throws
 * NOT_FOUND for another firm's fork, INVALID_INPUT and CONFLICT as changeRoomText does.
 */
export async function renewFork(
  { actor: { firmId }, clock }: Pick<ServiceContext, 'actor' | 'clock'>,
  tx: Prisma.TransactionClient,
  { forkId, target }: { readonly forkId: string; readonly target: ProseNode },
): Promise<{ readonly generation: number }> {
  const { sectionId } = await lockFork(tx, firmId, forkId);
  const fork = await readFork(tx, firmId, forkId);
  const now = clock();
  const past = Buffer.from(await endedState(tx, firmId, fork));
  const state = Buffer.from(stateSaying(fork, target));
  const ended = { forkId, generation: fork.generation, firmId, state: past, endedAt: now };
  await tx.forkPast.create({ data: ended });
  await tx.forkPast.deleteMany({ where: { forkId, firmId, endedAt: { lt: new Date(now.getTime() - KEPT_FOR_MS) } } });
  await tx.forkUpdate.deleteMany({ where: { forkId, firmId } });
  const generation = fork.generation + 1;
  await tx.sectionFork.update({
    where: { id: forkId, firmId },
    data: { generation, follows: fork.room.generation, state, updatedAt: now },
  });
  await announce(tx, { topic: 'fork', firmId, sectionId, forkId });
  return { generation };
}

/**
 * The fork as its author had it, with the section as it was before this transaction changed it: what the decided suggestion put into the
 * section would otherwise stand there twice. Merged as bytes, because a document would forget what is deleted.
 */
async function endedState(tx: Prisma.TransactionClient, firmId: string, fork: StoredFork): Promise<Uint8Array> {
  if (!fork.follows) return Y.mergeUpdates([fork.state, ...fork.updates.map(({ update }) => update)]);
  const own = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM "SectionUpdate"
      WHERE "sectionId" = ${fork.sectionId}::uuid AND "firmId" = ${firmId}::uuid AND xmin = pg_current_xact_id()::xid`;
  const written = new Set(own.map(({ id }) => id));
  const section = fork.room.updates.filter(({ id }) => !written.has(id));
  return Y.mergeUpdates([fork.room.state, fork.state, ...[...section, ...fork.updates].map(({ update }) => update)]);
}

function stateSaying({ room }: StoredFork, target: ProseNode): Uint8Array {
  const document = roomDocument(room);
  try {
    updateTo(document, target);
    return Y.encodeStateAsUpdate(document);
  } finally {
    document.destroy();
  }
}
