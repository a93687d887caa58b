import type { Prisma } from '@/lib/generated/prisma/client';
import type { SectionDraft } from '@/lib/letter/outline/section-draft';
import { initialRoomState } from '@/lib/letter/schema/initial-room-state';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';

interface Place {
  readonly firmId: string;
  readonly letterId: string;
  readonly sectionId: string;
  readonly ordinal: number;
  readonly at: Date;
}

/** Writes a section together with the first content of its room: nobody else ever creates a room. */
export async function insertSection(tx: Prisma.TransactionClient, place: Place, draft: SectionDraft): Promise<void> {
  const { firmId, letterId, sectionId, ordinal, at } = place;
  await tx.section.create({
    data: {
      id: sectionId,
      firmId,
      letterId,
      ordinal,
      kind: draft.kind,
      title: draft.title,
      question: draft.question === null ? undefined : (draft.question as unknown as Prisma.InputJsonObject),
      coverage: draft.coverage,
      schemaVersion: SCHEMA_VERSION,
      body: draft.body as unknown as Prisma.InputJsonObject,
      createdAt: at,
      updatedAt: at,
    },
  });
  await tx.sectionRoom.create({
    data: { sectionId, firmId, generation: 1, state: Buffer.from(initialRoomState(draft.body)), throughUpdate: 0n, updatedAt: at },
  });
}
