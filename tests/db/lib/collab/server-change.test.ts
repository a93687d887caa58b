import { describe, expect, it } from 'vitest';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { transact } from '@/lib/services/context/transact';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';
import { makeFirm } from '@/tests/support/firm';
import { p } from '@/tests/support/section-body';

const room = collabRoom();

const withFirst = (first: ProseNode) => (body: ProseNode) => ({ ...body, content: [first, ...(body.content ?? [])] });

function change(made: (body: ProseNode) => ProseNode, ctx = room.firm.ctxAs('risk')) {
  const { sectionId } = room.section;
  return transact(ctx, (tx) => changeRoomText(ctx, tx, { sectionId, memberId: ctx.actor.memberId, change: made }));
}

describe('a change from the server', () => {
  it('is kept and shown to those who have the room open', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    await change(withFirst(p('From the server.')));
    await until(() => legal.text() === 'From the server.\nFirst.');
    expect(await room.stored()).toBe('From the server.\nFirst.');
    legal.write('After it.');
    await legal.acknowledged();
    expect(await room.stored()).toBe('From the server.\nFirst.\nAfter it.');
  });

  it('meets what is typed at the same moment', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    for (let line = 0; line < 20; line++) {
      legal.write(`S${line}`);
      if (line % 5 === 0) await change(withFirst(p(`Server ${line}.`)));
    }
    await legal.acknowledged();
    await until(() => legal.text().split('\n').length === 25);
    expect(await room.stored()).toBe(legal.text());
  });

  it('that changes nothing writes nothing', async () => {
    const { before, after } = await change((body) => body);
    expect(after).toEqual(before);
    expect(await room.logged()).toBe(0);
  });

  it('stands in the name of the member for whom it was made', async () => {
    await change(withFirst(p('From the server.')));
    const [row] = await room.database.db.sectionUpdate.findMany({ where: { sectionId: room.section.sectionId } });
    expect(row?.memberId).toBe(room.firm.memberId('risk'));
  });

  it('is refused as a whole where it is no text of a section, or of another firm’s', async () => {
    await expect(change(() => ({ type: 'doc', content: [{ type: 'unknown' }] }))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const other = await makeFirm(room.database.db, 'Another Firm');
    await expect(change(withFirst(p('Not mine.')), other.ctxAs('legal'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await room.stored()).toBe('First.');
  });

  it('reaches those who have the room open after the listener was cut off', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    await room.database.db.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'marginalia announcements' AND datname = current_database()`;
    await change(withFirst(p('While it was deaf.')));
    await until(
      () => legal.text() === 'While it was deaf.\nFirst.',
      () => `${legal.text()} ${JSON.stringify(room.server.errors)} ${legal.refusals}`,
    );
  });
});
