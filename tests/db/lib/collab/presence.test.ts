import { describe, expect, it } from 'vitest';
import { letterRoomName } from '@/lib/letter/schema/letter-room-name';
import { type Client, joinRoom, until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';
import { makeFirm } from '@/tests/support/firm';

const room = collabRoom();
const letterRoom = () => letterRoomName(room.section.letterId);
const seenBy = (client: Client, other: Client) => client.provider.awareness?.getStates().get(other.document.clientID);

describe('who is there', () => {
  it('is said by the server, with the section', async () => {
    const [legal, risk] = [await room.join('legal'), await room.join('risk')];
    await Promise.all([legal.synced(), risk.synced()]);
    legal.provider.awareness?.setLocalState({
      user: { name: 'Somebody else', color: '#123456' },
      where: 'elsewhere',
      cursor: { anchor: 1 },
    });
    await until(() => seenBy(risk, legal) !== undefined);
    expect(seenBy(risk, legal)).toEqual({
      user: { name: 'Legal Member', memberId: room.firm.memberId('legal'), color: '#123456' },
      where: room.section.sectionId,
      cursor: { anchor: 1 },
    });
  });

  it('is shown for the whole letter in its room, with the section that each says', async () => {
    const [legal, observer] = [await room.join('legal', { room: letterRoom() }), await room.join('observer', { room: letterRoom() })];
    await Promise.all([legal.synced(), observer.synced()]);
    observer.provider.awareness?.setLocalState({ where: room.section.sectionId });
    await until(() => seenBy(legal, observer)?.where === room.section.sectionId);
    expect(seenBy(legal, observer)?.user).toMatchObject({ name: 'Observer Member', memberId: room.firm.memberId('observer') });
    observer.provider.awareness?.setLocalState({ where: '<b>nowhere</b>' });
    await until(() => seenBy(legal, observer)?.where === null);
    observer.leave();
    await until(() => seenBy(legal, observer) === undefined);
  });

  it('cannot be said in somebody else’s place', async () => {
    const [legal, risk, observer] = [await room.join('legal'), await room.join('risk'), await room.join('observer')];
    await Promise.all([legal.synced(), risk.synced(), observer.synced()]);
    legal.provider.awareness?.setLocalState({ cursor: { anchor: 1 } });
    await until(() => seenBy(observer, legal) !== undefined);
    const forged = risk.provider.awareness!;
    forged.clientID = legal.document.clientID;
    forged.meta.set(legal.document.clientID, { clock: 1000, lastUpdated: 0 });
    forged.setLocalState({ cursor: { anchor: 99 } });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seenBy(observer, legal)).toMatchObject({ user: { name: 'Legal Member' }, cursor: { anchor: 1 } });
  });
});

describe('a letter’s room', () => {
  it('takes no text, from nobody', async () => {
    const legal = await room.join('legal', { room: letterRoom() });
    await legal.synced();
    expect(legal.provider.authorizedScope).toBe('readonly');
    legal.write('Text in the wrong place.');
    const risk = await room.join('risk', { room: letterRoom() });
    await risk.synced();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(risk.document.store.clients.size).toBe(0);
    expect(legal.provider.unsyncedChanges).toBeGreaterThan(0);
  });

  it('is not found by another firm', async () => {
    const other = await makeFirm(room.database.db, 'Another Firm');
    const client = room.leaveLater(joinRoom(room.server.host, { room: letterRoom(), cookie: await other.cookieAs('legal') }));
    await until(() => client.refusals.includes('not-found'));
  });
});
