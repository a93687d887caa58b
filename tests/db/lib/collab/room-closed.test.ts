import { describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { type Client, joinRoom, until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';
import { makeFirm } from '@/tests/support/firm';
import { makeSection } from '@/tests/support/letter-section';

const room = collabRoom();

describe('a room is closed', () => {
  const closedWith = async (client: Client, reason: string) => {
    await until(
      () => client.refusals.includes(reason),
      () => `refusals: ${client.refusals.join(', ')}`,
    );
  };

  it('in the middle of typing when the session is revoked, and takes nothing more', async () => {
    const outsider = await makeFirm(room.database.db, 'Revoked Firm');
    const own = await makeSection(room.database.db, outsider.firmId, outsider.memberId('legal'));
    const client = room.leaveLater(joinRoom(room.server.host, { room: own.room, cookie: await outsider.cookieAs('legal') }));
    await client.synced();
    const typing = setInterval(() => client.write('typing'), 10);
    await until(() => client.text().split('\n').length > 5);
    await room.database.db.session.updateMany({ where: { memberId: outsider.memberId('legal') }, data: { revokedAt: new Date() } });
    await closedWith(client, 'signed-out');
    const bodies = () => readSectionBodies(room.database.db, outsider.firmId, [own.sectionId]);
    const ownText = async () => plainTextOf((await bodies()).get(own.sectionId)!);
    // a change that was being committed at that moment is kept
    await new Promise((resolve) => setTimeout(resolve, 100));
    const kept = await ownText();
    await new Promise((resolve) => setTimeout(resolve, 300));
    clearInterval(typing);
    expect(kept).toContain('typing');
    expect(await ownText()).toBe(kept);
  });

  it('when the member may only read from now on, and opens again for reading', async () => {
    const demoted = await makeFirm(room.database.db, 'Demoted Firm');
    const own = await makeSection(room.database.db, demoted.firmId, demoted.memberId('legal'));
    const client = room.leaveLater(joinRoom(room.server.host, { room: own.room, cookie: await demoted.cookieAs('legal') }));
    await client.synced();
    await room.database.db.member.update({ where: { id: demoted.memberId('legal') }, data: { role: 'observer' } });
    await closedWith(client, 'rights-changed');
    await client.provider.sendToken();
    client.provider.startSync();
    await until(() => client.provider.authorizedScope === 'readonly');
  });

  it('when its section is made anew', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    await room.database.db.section.update({ where: { id: room.section.sectionId }, data: { generation: 2 } });
    await closedWith(legal, 'generation');
  });

  it('at once for a member when asked', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    room.server.collab.closeMember(room.firm.memberId('legal'));
    await closedWith(legal, 'signed-out');
  });

  it('when a change cannot be saved: the change is neither acknowledged nor shown, and comes again', async () => {
    const [legal, risk] = [await room.join('legal'), await room.join('risk')];
    await Promise.all([legal.synced(), risk.synced()]);
    await room.database.db.$executeRawUnsafe(
      `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$ LANGUAGE plpgsql`,
    );
    await room.database.db.$executeRawUnsafe(
      'CREATE TRIGGER refuse BEFORE INSERT ON "SectionUpdate" FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    legal.write('Not saved yet.');
    await closedWith(legal, 'not-saved');
    expect(legal.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(risk.text()).toBe('First.');
    expect(await room.stored()).toBe('First.');

    await room.database.db.$executeRawUnsafe('DROP TRIGGER refuse ON "SectionUpdate"');
    await legal.provider.sendToken();
    legal.provider.startSync();
    await legal.acknowledged();
    await until(() => risk.text() === 'First.\nNot saved yet.');
    expect(await room.stored()).toBe('First.\nNot saved yet.');
  });

  it('when a client sends what is no change', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    const message = [...Buffer.from([room.section.room.length]), ...Buffer.from(room.section.room), 0, 2, 3, 255, 255, 255];
    legal.provider.configuration.websocketProvider.send(Uint8Array.from(message));
    await closedWith(legal, 'malformed');
    expect(await room.logged()).toBe(0);
  });

  it('when the server closes, which keeps and folds everything', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    for (let line = 0; line < 20; line++) legal.write(`S${line}`);
    await until(async () => (await room.logged()) > 0);
    await room.server.collab.close();
    await closedWith(legal, 'shutting-down');
    const row = await room.database.db.section.findUniqueOrThrow({ where: { id: room.section.sectionId } });
    const lines = plainTextOf(JSON.parse(JSON.stringify(row.body))).split('\n').length;
    expect(await room.logged()).toBe(0);
    expect(lines).toBe((await room.stored()).split('\n').length);
    expect(lines).toBeGreaterThan(1);
  });
});
