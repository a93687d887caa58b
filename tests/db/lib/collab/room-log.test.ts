import { describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { compactRoom } from '@/lib/services/room/compact-room';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { collabRoom } from '@/tests/support/collab-room';
import { makeFirm } from '@/tests/support/firm';
import { makeSection } from '@/tests/support/letter-section';

const room = collabRoom();

describe('the log', () => {
  it('is folded into state and body without losing what comes meanwhile', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    const options = { db: room.database.db, clock: () => new Date(), ids: () => crypto.randomUUID() };
    const handle = { firmId: room.firm.firmId, sectionId: room.section.sectionId };
    for (let line = 0; line < 60; line++) {
      legal.write(`S${line}`);
      if (line % 10 === 9) await compactRoom(options, handle);
    }
    await legal.acknowledged();
    const [first, second] = await Promise.all([compactRoom(options, handle), compactRoom(options, handle)]);
    expect(Math.min(first.updates, second.updates)).toBe(0);
    expect(await room.logged()).toBe(0);
    expect(await room.stored()).toBe(legal.text());
    const row = await room.database.db.section.findUniqueOrThrow({ where: { id: room.section.sectionId } });
    expect(plainTextOf(JSON.parse(JSON.stringify(row.body)))).toBe(legal.text());
  });

  it('notes who wrote, how much and when', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    for (const line of ['a', 'b']) {
      legal.write(line);
      await legal.acknowledged();
    }
    await compactRoom(
      { db: room.database.db, clock: () => new Date(), ids: () => crypto.randomUUID() },
      { firmId: room.firm.firmId, sectionId: room.section.sectionId },
    );
    const events = await room.database.db.auditEvent.findMany({ where: { subjectId: room.section.sectionId } });
    expect(events.map(({ type, actorId, data }) => [type, actorId, (data as { changes: number }).changes])).toEqual([
      ['section.text-edited', room.firm.memberId('legal'), 2],
    ]);
  });

  it('names every block of the body once, whatever clients wrote', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    legal.write('a');
    legal.write('b');
    await legal.acknowledged();
    const ids = (await room.body()).content?.map((block) => block.attrs?.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids?.every((id) => typeof id === 'string')).toBe(true);
  });

  it('is not read across firms', async () => {
    const other = await makeFirm(room.database.db, 'Reader');
    await expect(readSectionBodies(room.database.db, other.firmId, [room.section.sectionId])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('of one room is waited for while a service holds it, and nobody else waits', async () => {
    const other = await makeSection(room.database.db, room.firm.firmId, room.firm.memberId('legal'));
    const [held, free] = [await room.join('legal'), await room.join('risk', { room: other.room })];
    await Promise.all([held.synced(), free.synced()]);
    await room.database.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "Section" WHERE id = ${room.section.sectionId}::uuid FOR UPDATE`;
      held.write('Waits.');
      held.write('Waits too.');
      await new Promise((resolve) => setTimeout(resolve, 100));
      free.write('Does not wait.');
      await free.acknowledged();
      expect(held.provider.unsyncedChanges).toBe(2);
      expect(await room.logged()).toBe(0);
    });
    await held.acknowledged();
    expect(await room.stored()).toBe('First.\nWaits.\nWaits too.');
  });
});
