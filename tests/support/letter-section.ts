import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { initialRoomState } from '@/lib/letter/schema/initial-room-state';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { roomName } from '@/lib/letter/schema/room-name';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import { doc, p } from './section-body';

export interface TestSection {
  readonly letterId: string;
  readonly sectionId: string;
  readonly room: string;
}

/** A letter with one section in a firm, its room created as the services create it. */
export async function makeSection(
  db: PrismaClient,
  firmId: string,
  memberId: string,
  body: ProseNode = doc(p('First.')),
): Promise<TestSection> {
  const at = new Date('2026-07-01T14:00:00.000Z');
  const [letterId, sectionId] = [randomUUID(), randomUUID()];
  await db.letter.create({
    data: {
      id: letterId,
      firmId,
      requestId: randomUUID(),
      requestVersionId: randomUUID(),
      title: 'Letter',
      furniture: {},
      createdById: memberId,
      createdAt: at,
      updatedAt: at,
    },
  });
  await db.section.create({
    data: {
      id: sectionId,
      firmId,
      letterId,
      ordinal: 0,
      kind: 'question',
      title: 'Answer',
      schemaVersion: SCHEMA_VERSION,
      body: JSON.parse(JSON.stringify(body)),
      createdAt: at,
      updatedAt: at,
      room: { create: { firmId, generation: 1, state: Buffer.from(initialRoomState(body)), updatedAt: at } },
    },
  });
  return { letterId, sectionId, room: roomName({ sectionId, generation: 1 }) };
}
