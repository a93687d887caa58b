import type * as Y from 'yjs';
import type { Prisma } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { roomDocument } from '../room/room-document';
import { forkDocument, readFork } from './read-fork';

/** A section's text and what a fork's author would make of it: their comparison is what is suggested. */
export interface ForkTexts {
  readonly sectionId: string;
  readonly memberId: string;
  readonly generation: number;
  readonly section: ProseNode;
  /** null where the section was made anew since and the fork was not: there is nothing to compare with */
  readonly fork: ProseNode | null;
}

/** Every acknowledged keystroke of both included. Throws NOT_FOUND for another firm's fork. */
export async function readForkTexts(db: Prisma.TransactionClient, firmId: string, forkId: string): Promise<ForkTexts> {
  const fork = await readFork(db, firmId, forkId);
  const { sectionId, memberId, generation } = fork;
  const section = bodyAndDestroy(roomDocument(fork.room));
  return { sectionId, memberId, generation, section, fork: fork.follows ? bodyAndDestroy(forkDocument(fork)) : null };
}

function bodyAndDestroy(document: Y.Doc): ProseNode {
  try {
    return bodyOfRoom(document).body;
  } finally {
    document.destroy();
  }
}
