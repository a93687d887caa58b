import { describe, expect, it } from 'vitest';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { type Client, joinRoom, until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';
import { makeFirm } from '@/tests/support/firm';

const room = collabRoom();

describe('a room is refused', () => {
  const refusal = async (client: Client) => {
    await until(
      () => client.refusals.length > 0,
      () => 'it was not refused',
    );
    expect(client.document.share.size === 0 || client.text() === '').toBe(true);
    return client.refusals[0];
  };

  it('to nobody', async () => {
    const client = room.leaveLater(joinRoom(room.server.host, { room: room.section.room, cookie: '' }));
    expect(await refusal(client)).toBe('signed-out');
  });
  it('to another firm', async () => {
    const other = await makeFirm(room.database.db, 'Another Firm');
    const client = room.leaveLater(joinRoom(room.server.host, { room: room.section.room, cookie: await other.cookieAs('administrator') }));
    expect(await refusal(client)).toBe('not-found');
  });
  it('to a client of another schema', async () => {
    expect(await refusal(await room.join('legal', { token: writeRoomToken({ schemaVersion: 0 }) }))).toBe('schema-version');
    expect(await refusal(await room.join('legal', { token: 'none' }))).toBe('schema-version');
  });
  it('in another generation', async () => {
    expect(await refusal(await room.join('legal', { room: room.section.room.replace(/:1$/, ':2') }))).toBe('generation');
  });
  it('under a name that is none', async () => {
    expect(await refusal(await room.join('legal', { room: 'section:1:1' }))).toBe('not-found');
    expect(await refusal(await room.join('legal', { room: 'body' }))).toBe('not-found');
  });
  it('to a page of another site', async () => {
    expect(await refusal(await room.join('legal', { origin: 'https://evil.example' }))).toContain('403');
  });
  it('when its state is missing, rather than shown empty', async () => {
    await room.database.db.sectionRoom.delete({ where: { sectionId: room.section.sectionId } });
    expect(await refusal(await room.join('legal'))).toBe('load-failed');
    expect(room.server.errors.map(({ message }) => message)).toContain('a room could not be loaded');
    expect(await room.logged()).toBe(0);
  });
  it('when its state cannot be read, and stays as it is', async () => {
    const broken = Buffer.from([1, 2, 3, 4, 5]);
    await room.database.db.sectionRoom.update({ where: { sectionId: room.section.sectionId }, data: { state: broken } });
    expect(await refusal(await room.join('legal'))).toBe('load-failed');
    const row = await room.database.db.sectionRoom.findUniqueOrThrow({ where: { sectionId: room.section.sectionId } });
    expect(Buffer.from(row.state).equals(broken)).toBe(true);
  });
});
