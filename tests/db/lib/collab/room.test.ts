import { describe, expect, it } from 'vitest';
import { until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';

const room = collabRoom();

describe('a room', () => {
  it('shows the first content that the server made', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    expect(legal.text()).toBe('First.');
  });

  it('has acknowledged nothing that a killed server loses', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    for (let line = 1; line <= 40; line++) legal.write(`Sentence ${line}.`);
    await legal.acknowledged();
    room.server.kill();
    expect((await room.stored()).split('\n')).toHaveLength(41);

    await room.replaceServer();
    const risk = await room.join('risk');
    await risk.synced();
    expect(risk.text().split('\n').at(-1)).toBe('Sentence 40.');
  });

  it('lets a reader of the database see what was acknowledged, before any compaction', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    legal.write('Just typed.');
    await legal.acknowledged();
    expect(await room.stored()).toBe('First.\nJust typed.');
    const row = await room.database.db.section.findUniqueOrThrow({ where: { id: room.section.sectionId } });
    expect(JSON.stringify(row.body)).not.toContain('Just typed.');
  });

  it('converges for two who write at once', async () => {
    const [legal, risk] = [await room.join('legal'), await room.join('risk')];
    await Promise.all([legal.synced(), risk.synced()]);
    for (let line = 0; line < 10; line++) {
      legal.write(`L${line}`);
      risk.write(`R${line}`);
    }
    await Promise.all([legal.acknowledged(), risk.acknowledged()]);
    await until(
      () => legal.text() === risk.text() && legal.text().split('\n').length === 21,
      () => `${legal.text()} | ${risk.text()}`,
    );
    expect(await room.stored()).toBe(legal.text());
  });

  it('keeps what was written while the server was away, once', async () => {
    const legal = await room.join('legal');
    await legal.synced();
    legal.provider.configuration.websocketProvider.disconnect();
    await until(() => !legal.provider.isSynced);
    legal.write('Written offline.');
    await legal.provider.configuration.websocketProvider.connect();
    await legal.acknowledged();
    expect(await room.stored()).toBe('First.\nWritten offline.');
  });

  it('gives five who come first at once one content', async () => {
    const five = await Promise.all(['legal', 'risk', 'administrator', 'approver', 'observer'].map((role) => room.join(role as 'legal')));
    await Promise.all(five.map((client) => client.synced()));
    expect(five.map((client) => client.text())).toEqual(Array(5).fill('First.'));
    expect(room.server.collab.counts()).toMatchObject({ rooms: 1, connections: 5 });
    expect(await room.logged()).toBe(0);
  });

  it('lets those read who may only read, and takes nothing from them', async () => {
    const observer = await room.join('observer');
    await observer.synced();
    expect(observer.provider.authorizedScope).toBe('readonly');
    observer.write('Not mine to write.');
    const legal = await room.join('legal');
    await legal.synced();
    legal.write('Mine.');
    await legal.acknowledged();
    expect(await room.stored()).toBe('First.\nMine.');
    expect(legal.text()).toBe('First.\nMine.');
    expect(observer.provider.unsyncedChanges).toBeGreaterThan(0);
  });

  it('carries the name that the member has, not the one that a client claims', async () => {
    const [legal, risk] = [await room.join('legal'), await room.join('risk')];
    await Promise.all([legal.synced(), risk.synced()]);
    legal.provider.setAwarenessField('user', { name: 'Somebody else', color: 'red;background:url(x)' });
    const seen = () => risk.provider.awareness?.getStates().get(legal.document.clientID)?.user;
    await until(() => seen() !== undefined);
    expect(seen()).toEqual({ name: 'Legal Member', memberId: room.firm.memberId('legal'), color: '#5b6472' });
    risk.provider.setAwarenessField('user', { name: 'Risk', color: '#123456' });
    const others = () => [...(legal.provider.awareness?.getStates() ?? [])].filter(([client]) => client !== legal.document.clientID);
    await until(() => others().length > 0);
    legal.provider.setAwarenessField('cursor', { anchor: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(others().map(([client, state]) => [client, state.user])).toEqual([
      [risk.document.clientID, { name: 'Risk Member', memberId: room.firm.memberId('risk'), color: '#123456' }],
    ]);
  });
});
