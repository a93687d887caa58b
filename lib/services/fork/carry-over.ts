import * as Y from 'yjs';
import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import type { Change } from '@/lib/letter/compare/change';
import { keepBeside } from '@/lib/letter/compare/keep-beside';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ForkAddress } from '@/lib/letter/schema/fork-name';
import { canWriteFork } from '@/lib/policies/suggestion';
import { sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { announce } from '../live/announce';
import { updateTo } from '../room/update-to';

import { lateChanges } from './late-changes';
import { lockFork } from './lock-fork';
import { forkDocument, readFork, type StoredFork } from './read-fork';

/** The most that a client hands over at once, bytes. */
export const LATE_UPDATE_BYTES = 4 * 1024 * 1024;

/** The most that a fork, or an ended generation of it, may hold, bytes; as a room that is open. */
const FORK_BYTES = 16 * 1024 * 1024;

export interface LateUpdate extends ForkAddress {
  /** a Yjs update of the generation that ended; the client's whole document will do */
  readonly update: Uint8Array;
}

/**
 * Brings what a fork's author had not sent when its generation ended into the present one, and gives the present address. What does not fit
 * into it any more is kept as a paragraph beside its place. The same update may come twice, and more may follow it. Throws NOT_FOUND for
 * another firm's fork or a generation that is not kept any more, FORBIDDEN for anybody but the author and while the section is signed,
 * TOO_LARGE, and INVALID_INPUT for what is no update.
 */
export async function carryOver(ctx: ServiceContext, { forkId, generation, update }: LateUpdate): Promise<ForkAddress> {
  const { firmId } = ctx.actor;
  if (update.length > LATE_UPDATE_BYTES) throw new AppError('TOO_LARGE', 'That is more than can be handed over at once (4 MB).');
  if (!isUpdate(update)) throw new AppError('INVALID_INPUT', 'This is no change of a text.');
  return transact(ctx, async (tx) => {
    const { sectionId, section } = await lockFork(tx, firmId, forkId);
    const fork = await readFork(tx, firmId, forkId);
    authorise(canWriteFork(ctx.actor, { firmId, state: sectionStateOf(section.state), frozen: section.frozen, memberId: fork.memberId }));
    const made = generation === fork.generation ? update : await carried(tx, firmId, fork, { generation, update });
    if (made) {
      checkSize(fork.state.length + fork.updates.reduce((total, { update: kept }) => total + kept.length, made.length));
      const data = { forkId, firmId, generation: fork.generation, update: Buffer.from(made), at: ctx.clock() };
      await tx.forkUpdate.create({ data });
      await announce(tx, { topic: 'fork', firmId, sectionId, forkId });
    }
    return { forkId, generation: fork.generation };
  });
}

/** The update of the present generation that a late one of an ended generation comes to; the ended one remembers that it was carried over. */
async function carried(
  tx: Prisma.TransactionClient,
  firmId: string,
  fork: StoredFork,
  { generation, update }: { readonly generation: number; readonly update: Uint8Array },
): Promise<Uint8Array | null> {
  const { forkId } = fork;
  const past = await tx.forkPast.findFirst({ where: { forkId, generation, firmId }, select: { state: true } });
  if (!past) throw new AppError('NOT_FOUND', 'The copy in which this was written is not kept any more.');
  const changes = lateChanges(past.state, update, fork.follows ? fork.room : null);
  if (changes.length === 0) return null;
  const state = Buffer.from(Y.mergeUpdates([past.state, update]));
  checkSize(state.length);
  await tx.forkPast.update({ where: { forkId_generation: { forkId, generation }, firmId }, data: { state } });
  return writtenInto(fork, changes);
}

function writtenInto(fork: StoredFork, changes: readonly Change[]): Uint8Array | null {
  const document = forkDocument(fork);
  try {
    const { body, conflicts } = applyChanges(bodyOfRoom(document).body, changes);
    const beside = conflicts.map(({ change }) => change);
    return updateTo(document, keepBeside(body, beside)).update;
  } finally {
    document.destroy();
  }
}

function checkSize(bytes: number): void {
  if (bytes > FORK_BYTES)
    throw new AppError('TOO_LARGE', 'This copy is too large to take more. Have some of its suggestions decided first.');
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}
