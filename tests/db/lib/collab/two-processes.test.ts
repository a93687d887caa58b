import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forkName } from '@/lib/letter/schema/fork-name';
import { transact } from '@/lib/services/context/transact';
import { openFork } from '@/lib/services/fork/open-fork';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { type Client, type CollabServer, until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';
import { startRedis, type TestRedis } from '@/tests/support/redis';
import { p } from '@/tests/support/section-body';

const room = collabRoom();
const other = (clients: readonly Client[]) => clients.map((client) => client.text());
const same = (...clients: Client[]) =>
  until(
    () => new Set(other(clients)).size === 1,
    () => other(clients).join(' | '),
  );
const lines = (client: Client, count: number) =>
  until(
    () => client.text().split('\n').length === count,
    () => client.text(),
  );
const seenBy = (client: Client, who: Client) => client.provider.awareness?.getStates().get(who.document.clientID);
const change = () => {
  const ctx = room.firm.ctxAs('legal');
  const { sectionId } = room.section;
  return transact(ctx, (tx) =>
    changeRoomText(ctx, tx, {
      sectionId,
      memberId: ctx.actor.memberId,
      change: (body) => ({ ...body, content: [p('Server.'), ...body.content!] }),
    }),
  );
};
const warned = (server: CollabServer, words: string) => server.errors.some(({ message }) => message.includes(words));

/** Two servers over one database, a member at each. */
async function bothSides(redisUrl: string | null) {
  await room.replaceServer({ redisUrl });
  const here = room.server;
  const there = await room.startAnother({ redisUrl });
  const [legal, risk] = [await room.join('legal', { server: here }), await room.join('risk', { server: there })];
  await Promise.all([legal.synced(), risk.synced()]);
  return { here, there, legal, risk };
}

describe('two processes with Redis', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(() => redis.kill());

  async function both() {
    const sides = await bothSides(redis.url);
    await until(() => sides.here.collab.counts().redis && sides.there.collab.counts().redis);
    return sides;
  }

  it('show what is written in the one in the other, logged once', async () => {
    const { legal, risk } = await both();
    for (let line = 0; line < 10; line++) {
      legal.write(`L${line}`);
      risk.write(`R${line}`);
      // what waits behind a commit becomes one change: each is to be counted here
      await Promise.all([legal.acknowledged(), risk.acknowledged()]);
    }
    await Promise.all([lines(legal, 21), lines(risk, 21)]);
    await same(legal, risk);
    expect(await room.stored()).toBe(legal.text());
    expect(await room.logged()).toBe(20);
  });

  it('show who is there, and who has left', async () => {
    const { legal, risk } = await both();
    legal.provider.awareness?.setLocalState({ cursor: { anchor: 1 } });
    await until(() => seenBy(risk, legal) !== undefined);
    expect(seenBy(risk, legal)?.user).toMatchObject({ name: 'Legal Member', memberId: room.firm.memberId('legal') });
    const others = [...(risk.provider.awareness?.getStates().keys() ?? [])].filter((client) => client !== risk.document.clientID);
    expect(others).toEqual([legal.document.clientID]);
    legal.leave();
    await until(() => seenBy(risk, legal) === undefined);
  });

  it('lose nothing when one is killed', async () => {
    const { here, there, legal, risk } = await both();
    for (let line = 0; line < 20; line++) legal.write(`L${line}`);
    await legal.acknowledged();
    here.kill();
    await lines(risk, 21);
    const again = await room.join('legal', { server: there, document: legal.document });
    await again.acknowledged();
    again.write('On the other side.');
    await again.acknowledged();
    await same(again, risk);
    expect(await room.stored()).toBe(risk.text());
  });

  it('both show what a service changes, and both close what is not allowed any more', async () => {
    const { here, there, legal, risk } = await both();
    await change();
    await Promise.all([lines(legal, 2), lines(risk, 2)]);
    expect([legal.text(), risk.text()]).toEqual(Array(2).fill('Server.\nFirst.'));
    const [one, two] = [await room.join('approver', { server: here }), await room.join('approver', { server: there })];
    await Promise.all([one.synced(), two.synced()]);
    const ended = { where: { memberId: room.firm.memberId('approver') } };
    await room.database.db.session.updateMany({ ...ended, data: { revokedAt: new Date() } });
    await until(() => [one, two].every((client) => client.refusals.includes('signed-out')));
    await room.database.db.session.updateMany({ ...ended, data: { revokedAt: null } });
  });

  it('share forks, which follow a section that is written in on the other side', async () => {
    const { here, there, legal } = await both();
    const name = forkName(await openFork(room.firm.ctxAs('outside-counsel'), room.section.sectionId));
    const counsel = await room.join('outside-counsel', { server: there, room: name });
    const reader = await room.join('risk', { server: here, room: name });
    await Promise.all([counsel.synced(), reader.synced()]);
    counsel.write('Suggested.');
    legal.write('Written.');
    await Promise.all([counsel.acknowledged(), legal.acknowledged()]);
    await Promise.all([lines(counsel, 3), lines(reader, 3)]);
    await same(counsel, reader);
    expect(legal.text()).toBe('First.\nWritten.');
  });

  it('go on while Redis is away, miss nothing, and come together again', async () => {
    const { here, there, legal, risk } = await both();
    await redis.kill();
    await until(() => !here.collab.counts().redis && !there.collab.counts().redis);
    legal.write('Without Redis.');
    await legal.acknowledged();
    await lines(risk, 2);
    const late = await room.join('administrator', { server: there });
    await late.synced();
    expect(late.text()).toBe('First.\nWithout Redis.');
    late.write('A room opened meanwhile.');
    await late.acknowledged();
    await lines(legal, 3);
    expect(warned(here, 'Redis cannot be reached')).toBe(true);

    await redis.start();
    await until(() => here.collab.counts().redis && there.collab.counts().redis);
    legal.write('With Redis.');
    risk.write('Again.');
    await Promise.all([legal.acknowledged(), risk.acknowledged()]);
    await lines(legal, 5);
    await same(legal, risk, late);
    legal.provider.awareness?.setLocalState({ cursor: { anchor: 1 } });
    await until(() => seenBy(risk, legal) !== undefined);
    expect(await room.stored()).toBe(legal.text());
  });

  it('start and serve while Redis is not there yet', async () => {
    await redis.kill();
    const { here, legal, risk } = await bothSides(redis.url);
    legal.write('Before Redis.');
    await legal.acknowledged();
    await same(legal, risk);
    await redis.start();
    await until(() => here.collab.counts().redis);
  });
});

describe('two processes without Redis', () => {
  it('say so, and show each other what is saved', async () => {
    const { here, there, legal, risk } = await bothSides(null);
    await until(() => warned(here, 'REDIS_URL is not set') && warned(there, 'REDIS_URL is not set'));
    legal.write('Written here.');
    await legal.acknowledged();
    await lines(risk, 2);
    for (let line = 0; line < 10; line++) {
      legal.write(`L${line}`);
      risk.write(`R${line}`);
    }
    await Promise.all([legal.acknowledged(), risk.acknowledged()]);
    await Promise.all([lines(legal, 22), lines(risk, 22)]);
    await same(legal, risk);
    expect(await room.stored()).toBe(legal.text());
  });
});
