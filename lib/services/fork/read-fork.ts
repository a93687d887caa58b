import * as Y from 'yjs';
import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { keepMarksAsWritten } from '@/lib/letter/schema/keep-marks-as-written';
import { readRoom, type StoredRoom } from '../room/read-room';
import { fillRoomDocument } from '../room/room-document';

/** A member's copy of a section as the database has it. */
export interface StoredFork {
  readonly forkId: string;
  readonly sectionId: string;
  readonly memberId: string;
  readonly generation: number;
  readonly state: Uint8Array;
  readonly updates: readonly { readonly id: bigint; readonly update: Uint8Array }[];
  /** the section's room, read after the fork, so that whatever the fork builds on is in it */
  readonly room: StoredRoom;
  /** false where the section's room was made anew since: then the two must not be merged, and `openFork` makes the fork anew */
  readonly follows: boolean;
}

interface Row {
  readonly sectionId: string;
  readonly memberId: string;
  readonly generation: number;
  readonly follows: number;
  /** null for the state itself */
  readonly id: bigint | null;
  readonly bytes: Uint8Array;
}

/** A fork of the firm in its present generation. Throws NOT_FOUND. One statement reads state and log; see readRooms. */
export async function readFork(db: Prisma.TransactionClient, firmId: string, forkId: string): Promise<StoredFork> {
  const [fork, ...updates] = await db.$queryRaw<Row[]>`
    SELECT f."sectionId"::text AS "sectionId", f."memberId"::text AS "memberId", f.generation, f.follows, NULL::bigint AS id, f.state AS bytes
      FROM "SectionFork" f WHERE f.id = ${forkId}::uuid AND f."firmId" = ${firmId}::uuid
    UNION ALL
    SELECT f."sectionId"::text, f."memberId"::text, f.generation, f.follows, u.id, u."update"
      FROM "SectionFork" f JOIN "ForkUpdate" u ON u."forkId" = f.id AND u.generation = f.generation
      WHERE f.id = ${forkId}::uuid AND f."firmId" = ${firmId}::uuid
    ORDER BY id NULLS FIRST`;
  if (!fork) throw new AppError('NOT_FOUND', 'There are no such suggestions.');
  const room = await readRoom(db, firmId, fork.sectionId);
  return {
    forkId,
    sectionId: fork.sectionId,
    memberId: fork.memberId,
    generation: fork.generation,
    state: fork.bytes,
    updates: updates.map(({ id, bytes }) => ({ id: id ?? 0n, update: bytes })),
    room,
    follows: fork.follows === room.generation,
  };
}

/** Brings into a document the section's text, then what the fork's author made of it. */
export function fillForkDocument(document: Y.Doc, fork: StoredFork): void {
  Y.transact(document, () => {
    if (fork.follows) fillRoomDocument(document, fork.room);
    Y.applyUpdate(document, fork.state);
    for (const { update } of fork.updates) Y.applyUpdate(document, update);
  });
}

/** The merged document of a fork; the caller destroys it. */
export function forkDocument(fork: StoredFork): Y.Doc {
  const document = new Y.Doc();
  keepMarksAsWritten(document);
  fillForkDocument(document, fork);
  return document;
}
