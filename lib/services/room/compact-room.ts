import * as Y from 'yjs';
import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { appendAuditEvents } from '../audit/append-audit-events';
import { readRoom } from './read-room';
import { roomDocument } from './room-document';
import { writersInLog } from './room-writers';

interface Compaction {
  /** how many updates went from the log into the state */
  readonly updates: number;
  /** the document held something that the schema does not allow; its text was kept as plain paragraphs in the body */
  readonly repaired: boolean;
}

interface RoomHandle {
  readonly firmId: string;
  readonly sectionId: string;
}

interface Writing {
  readonly memberId: string | null;
  readonly name: string | null;
  readonly changes: bigint;
  readonly from: Date;
  readonly to: Date;
}

/**
 * Folds a room's log into its state and the section's body, notes who wrote what, and removes exactly the updates it read: one transaction under
 * the section's row lock, from what the database holds and not from any process's memory, so that it can run anywhere and any number of times.
 */
export async function compactRoom(
  { db, clock, ids }: { readonly db: PrismaClient; readonly clock: Clock; readonly ids: IdSource },
  { firmId, sectionId }: RoomHandle,
): Promise<Compaction> {
  return db.$transaction(
    async (tx) => {
      const [section] = await tx.$queryRaw<{ letterId: string }[]>`
        SELECT "letterId"::text AS "letterId" FROM "Section" WHERE id = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
      if (!section) return { updates: 0, repaired: false };
      const room = await readRoom(tx, firmId, sectionId);
      const last = room.updates.at(-1);
      if (!last) return { updates: 0, repaired: false };

      const document = roomDocument(room);
      const state = Y.encodeStateAsUpdate(document);
      const { body, repaired } = bodyOfRoom(document);
      document.destroy();
      const read = room.updates.map(({ id }) => id);
      const writings = await writingsOf(tx, read);
      const spans = await writersInLog(tx, firmId, room);
      const of = { sectionId, firmId, generation: room.generation };
      await tx.sectionWriter.createMany({
        data: spans.map((span) => ({ ...of, ...span, clientId: BigInt(span.clientId) })),
        skipDuplicates: true,
      });
      const now = clock();
      await tx.sectionRoom.update({ where: { sectionId }, data: { state: Buffer.from(state), throughUpdate: last.id, updatedAt: now } });
      await tx.section.update({ where: { id: sectionId }, data: { body: body as unknown as Prisma.InputJsonObject, updatedAt: now } });
      await tx.$executeRaw`DELETE FROM "SectionUpdate" WHERE id = ANY(${read}::bigint[])`;
      for (const writing of writings) {
        await appendAuditEvents(tx, { firmId, actor: { id: writing.memberId, name: writing.name ?? 'Marginalia' }, clock, ids }, [
          {
            type: 'section.text-edited',
            subject: { type: 'section', id: sectionId },
            data: {
              letterId: section.letterId,
              generation: room.generation,
              changes: Number(writing.changes),
              from: writing.from.toISOString(),
              to: writing.to.toISOString(),
            },
          },
        ]);
      }
      return { updates: read.length, repaired };
    },
    { timeout: 30_000, maxWait: 10_000 },
  );
}

function writingsOf(tx: Prisma.TransactionClient, read: readonly bigint[]): Promise<Writing[]> {
  return tx.$queryRaw<Writing[]>`
    SELECT u."memberId"::text AS "memberId", m.name, count(*) AS changes, min(u.at) AS "from", max(u.at) AS "to"
      FROM "SectionUpdate" u LEFT JOIN "Member" m ON m.id = u."memberId"
      WHERE u.id = ANY(${[...read]}::bigint[])
      GROUP BY u."memberId", m.name
      ORDER BY min(u.at), 1`;
}
