import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SettledRoom } from '@/lib/collab/collab-options';
import { forkName } from '@/lib/letter/schema/fork-name';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { transact } from '@/lib/services/context/transact';
import { carryOver } from '@/lib/services/fork/carry-over';
import { openFork } from '@/lib/services/fork/open-fork';
import { readForkTexts } from '@/lib/services/fork/read-fork-texts';
import { renewFork } from '@/lib/services/fork/renew-fork';
import { announce } from '@/lib/services/live/announce';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { type Client, until } from '@/tests/support/collab';
import { collabRoom } from '@/tests/support/collab-room';
import { p } from '@/tests/support/section-body';

const room = collabRoom();

/** Outside counsel's fork, and its room's name. */
async function counselFork() {
  const address = await openFork(room.firm.ctxAs('outside-counsel'), room.section.sectionId);
  return { ...address, name: forkName(address) };
}
const forkText = async (forkId: string) => plainTextOf((await readForkTexts(room.database.db, room.firm.firmId, forkId)).fork!);
const changeSection = (change: (body: ProseNode) => ProseNode) => {
  const ctx = room.firm.ctxAs('legal');
  return transact(ctx, (tx) => changeRoomText(ctx, tx, { sectionId: room.section.sectionId, memberId: ctx.actor.memberId, change }));
};
const refused = (client: Client, reason: string) =>
  until(
    () => client.refusals.includes(reason),
    () => `refusals: ${client.refusals.join(', ')}`,
  );

describe('a fork’s room', () => {
  it('keeps what its author writes before it is acknowledged, and leaves the section alone', async () => {
    const { forkId, name } = await counselFork();
    const counsel = await room.join('outside-counsel', { room: name });
    await counsel.synced();
    expect(counsel.text()).toBe('First.');
    counsel.write('Suggested.');
    await counsel.acknowledged();
    room.server.kill();
    expect(await forkText(forkId)).toBe('First.\nSuggested.');
    expect(await room.stored()).toBe('First.');
    expect(await room.logged()).toBe(0);
  });

  it('shows at once what is written in the section, before and while it is open', async () => {
    const { forkId, name } = await counselFork();
    const legal = await room.join('legal');
    await legal.synced();
    legal.write('Before.');
    await legal.acknowledged();
    const counsel = await room.join('outside-counsel', { room: name });
    await counsel.synced();
    expect(counsel.text()).toBe('First.\nBefore.');
    counsel.write('Suggested.');
    await counsel.acknowledged();
    legal.write('While.');
    await legal.acknowledged();
    await until(() => counsel.text().includes('While.'));
    expect(counsel.text()).toContain('Suggested.');
    expect(legal.text()).toBe('First.\nBefore.\nWhile.');
    const kept = await room.database.db.forkUpdate.findMany({ where: { forkId } });
    expect(kept.map(({ update }) => Buffer.from(update).includes('While.'))).toEqual([false]);
    await changeSection((body) => ({ ...body, content: [p('Server.'), ...body.content!] }));
    await until(() => counsel.text().startsWith('Server.\nFirst.'));
  });

  it('follows a section that nobody else has open, and lets go of it at the end', async () => {
    const { name } = await counselFork();
    const counsel = await room.join('outside-counsel', { room: name });
    await counsel.synced();
    expect(room.server.collab.counts()).toMatchObject({ rooms: 2, connections: 1 });
    counsel.leave();
    await until(() => room.server.collab.counts().rooms === 0);
  });

  it('is read by everybody who reads the section, and written by its author alone', async () => {
    const { forkId, name } = await counselFork();
    const legal = await room.join('legal', { room: name });
    await legal.synced();
    expect(legal.provider.authorizedScope).toBe('readonly');
    legal.write('Not mine to write.');
    const counsel = await room.join('outside-counsel', { room: name });
    await counsel.synced();
    counsel.write('Mine.');
    await counsel.acknowledged();
    await until(() => legal.text().includes('Mine.'));
    expect(await forkText(forkId)).toBe('First.\nMine.');
  });

  it('is refused in an ended generation, and closed when its generation ends', async () => {
    const { forkId, name } = await counselFork();
    const counsel = await room.join('outside-counsel', { room: name });
    await counsel.synced();
    counsel.write('Suggested.');
    await counsel.acknowledged();
    const ctx = room.firm.ctxAs('legal');
    const target = (await readForkTexts(ctx.db, ctx.actor.firmId, forkId)).fork!;
    await transact(ctx, (tx) => renewFork(ctx, tx, { forkId, target }));
    await refused(counsel, 'fork-generation');
    const late = await room.join('outside-counsel', { room: name });
    await refused(late, 'fork-generation');
    const anew = await room.join('outside-counsel', { room: forkName({ forkId, generation: 2 }) });
    await anew.synced();
    expect(anew.text()).toBe('First.\nSuggested.');
  });

  it('shows what was carried over into it', async () => {
    const { forkId, name } = await counselFork();
    const reader = await room.join('legal', { room: name });
    const offline = await room.join('outside-counsel', { room: name });
    await Promise.all([reader.synced(), offline.synced()]);
    offline.leave();
    offline.write('Handed over.');
    const update = Y.encodeStateAsUpdate(offline.document);
    await carryOver(room.firm.ctxAs('outside-counsel'), { forkId, generation: 1, update });
    await until(() => reader.text() === 'First.\nHanded over.');
  });
});

describe('signing a section', () => {
  const sign = (state: 'signed' | 'drafting') => {
    const { firmId } = room.firm;
    const { sectionId } = room.section;
    return room.database.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "Section" WHERE id = ${sectionId}::uuid FOR UPDATE`;
      await tx.section.update({ where: { id: sectionId }, data: { state } });
      await announce(tx, { topic: 'room', firmId, sectionId });
    });
  };

  it('makes room and forks read-only in the middle of typing, and reopening lets them be written again', async () => {
    const { forkId, name } = await counselFork();
    const [legal, counsel] = [await room.join('legal'), await room.join('outside-counsel', { room: name })];
    await Promise.all([legal.synced(), counsel.synced()]);
    const typing = setInterval(() => {
      legal.write('legal');
      counsel.write('counsel');
    }, 10);
    await until(async () => (await room.stored()).includes('legal') && (await forkText(forkId)).includes('counsel'));
    await sign('signed');
    const [signed, signedFork] = [await room.stored(), await forkText(forkId)];
    await Promise.all([refused(legal, 'rights-changed'), refused(counsel, 'rights-changed')]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    clearInterval(typing);
    expect(await room.stored()).toBe(signed);
    expect(await forkText(forkId)).toBe(signedFork);

    const again = async (client: Client, scope: string) => {
      await client.provider.sendToken();
      client.provider.startSync();
      await until(() => client.provider.authorizedScope === scope);
    };
    await again(legal, 'readonly');
    await sign('drafting');
    await until(() => legal.refusals.filter((reason) => reason === 'rights-changed').length === 2);
    await again(legal, 'read-write');
    await legal.acknowledged();
    expect(await room.stored()).toBe(legal.text());
  });
});

describe('a text that came to rest', () => {
  it('is told of once for each room, and again where that failed', async () => {
    const told: SettledRoom[] = [];
    let failures = 1;
    await room.replaceServer({
      onTextSettled: async (settled) => {
        told.push(settled);
        if (failures-- > 0) throw new Error('not this time');
      },
    });
    const { forkId, name } = await counselFork();
    const [legal, counsel] = [await room.join('legal'), await room.join('outside-counsel', { room: name })];
    await Promise.all([legal.synced(), counsel.synced()]);
    for (let line = 0; line < 5; line++) legal.write(`S${line}`);
    const { firmId } = room.firm;
    const { sectionId } = room.section;
    const section = { kind: 'section', firmId, sectionId };
    await until(() => told.length === 2);
    expect(told).toEqual([section, section]);
    counsel.write('Suggested.');
    await until(() => told.length === 3);
    expect(told[2]).toEqual({ kind: 'fork', firmId, sectionId, forkId });
    await changeSection((body) => ({ ...body, content: [p('Server.'), ...body.content!] }));
    await until(() => told.length === 4);
    expect(told[3]).toEqual(section);
  });
});
