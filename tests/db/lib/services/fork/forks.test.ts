import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { transact } from '@/lib/services/context/transact';
import { appendForkUpdates } from '@/lib/services/fork/append-fork-updates';
import { compactFork } from '@/lib/services/fork/compact-fork';
import { openFork } from '@/lib/services/fork/open-fork';
import { forkDocument, readFork } from '@/lib/services/fork/read-fork';
import { readForkTexts } from '@/lib/services/fork/read-fork-texts';
import { renewFork } from '@/lib/services/fork/renew-fork';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';
import { doc, p } from '@/tests/support/section-body';

let database: TestDatabase;
let firm: TestFirm;
let section: TestSection;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
beforeEach(async () => {
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'), doc(p('One.'), p('Two.'), p('Three.')));
});
afterAll(() => database.drop());

/** Types into the n-th paragraph of a fork, as its author's editor does. */
async function type(forkId: string, paragraph: number, words: string): Promise<void> {
  const fork = await readFork(database.db, firm.firmId, forkId);
  const document = forkDocument(fork);
  const before = Y.encodeStateVector(document);
  const block = document.getXmlFragment(ROOM_FRAGMENT).get(paragraph) as Y.XmlElement;
  (block.get(0) as Y.XmlText).insert(0, words);
  const change = {
    forkId,
    firmId: firm.firmId,
    generation: fork.generation,
    update: Y.encodeStateAsUpdate(document, before),
    at: new Date(),
  };
  expect(await appendForkUpdates(database.db, [change])).toEqual(['kept']);
}

const texts = async (forkId: string) => {
  const { section: own, fork } = await readForkTexts(database.db, firm.firmId, forkId);
  return { section: plainTextOf(own), fork: fork && plainTextOf(fork) };
};
const changeSection = (change: (blocks: ProseNode[]) => ProseNode[]) => {
  const ctx = firm.ctxAs('legal');
  return transact(ctx, (tx) =>
    changeRoomText(ctx, tx, {
      sectionId: section.sectionId,
      memberId: ctx.actor.memberId,
      change: (body) => ({ ...body, content: change([...(body.content ?? [])]) }),
    }),
  );
};
const renew = (forkId: string, target: (body: ProseNode) => ProseNode) => {
  const ctx = firm.ctxAs('legal');
  return transact(ctx, async (tx) => {
    const { fork } = await readForkTexts(tx, firm.firmId, forkId);
    return renewFork(ctx, tx, { forkId, target: target(fork!) });
  });
};

describe('a fork', () => {
  it('is one per member and section, and says what the section says', async () => {
    const counsel = firm.ctxAs('outside-counsel');
    const first = await openFork(counsel, section.sectionId);
    expect(first.generation).toBe(1);
    expect(await openFork(counsel, section.sectionId)).toEqual(first);
    expect((await openFork(firm.ctxAs('approver'), section.sectionId)).forkId).not.toBe(first.forkId);
    expect(await texts(first.forkId)).toEqual({ section: 'One.\nTwo.\nThree.', fork: 'One.\nTwo.\nThree.' });
  });

  it('is not for observers, not for other firms, and not of a signed section', async () => {
    await expect(openFork(firm.ctxAs('observer'), section.sectionId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await makeFirm(database.db, 'Another Firm');
    await expect(openFork(other.ctxAs('legal'), section.sectionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { forkId } = await openFork(firm.ctxAs('legal'), section.sectionId);
    await expect(readFork(database.db, other.firmId, forkId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await database.db.section.update({ where: { id: section.sectionId }, data: { state: 'signed' } });
    await expect(openFork(firm.ctxAs('legal'), section.sectionId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('follows its section and keeps its own words', async () => {
    const { forkId } = await openFork(firm.ctxAs('outside-counsel'), section.sectionId);
    await type(forkId, 1, 'Mine: ');
    await changeSection(([one, two, three]) => [p('Zero.'), one!, two!, three!]);
    expect(await texts(forkId)).toEqual({ section: 'Zero.\nOne.\nTwo.\nThree.', fork: 'Zero.\nOne.\nMine: Two.\nThree.' });
    await compactFork({ db: database.db, clock: () => new Date() }, { firmId: firm.firmId, forkId });
    expect(await database.db.forkUpdate.count({ where: { forkId } })).toBe(0);
    expect((await texts(forkId)).fork).toBe('Zero.\nOne.\nMine: Two.\nThree.');
  });

  it('takes nothing while its section is signed, or under a generation that ended', async () => {
    const { forkId } = await openFork(firm.ctxAs('outside-counsel'), section.sectionId);
    const change = { forkId, firmId: firm.firmId, generation: 2, update: new Uint8Array([0, 0]), at: new Date() };
    expect(await appendForkUpdates(database.db, [change])).toEqual(['gone']);
    await database.db.section.update({ where: { id: section.sectionId }, data: { state: 'signed' } });
    expect(await appendForkUpdates(database.db, [{ ...change, generation: 1 }])).toEqual(['signed']);
    expect(await database.db.forkUpdate.count({ where: { forkId } })).toBe(0);
  });

  it('keeps words that were typed into a paragraph which the section then loses', async () => {
    const { forkId } = await openFork(firm.ctxAs('outside-counsel'), section.sectionId);
    await type(forkId, 1, 'Words that count. ');
    await changeSection(([one, , three]) => [one!, three!]);
    expect(await texts(forkId)).toEqual({ section: 'One.\nThree.', fork: 'One.\nThree.' });
    const kept = async () => {
      const { state, updates } = await readFork(database.db, firm.firmId, forkId);
      return Buffer.concat([state, ...updates.map(({ update }) => update)]).includes('Words that count. ');
    };
    expect(await kept()).toBe(true);
    await compactFork({ db: database.db, clock: () => new Date() }, { firmId: firm.firmId, forkId });
    expect(await kept()).toBe(true);
    await renew(forkId, (body) => body);
    const past = await database.db.forkPast.findFirstOrThrow({ where: { forkId, generation: 1 } });
    expect(Buffer.from(past.state).includes('Words that count. ')).toBe(true);
  });
});

describe('a fork made anew', () => {
  it('says what it was asked to, in the next generation, and follows the section as before', async () => {
    const { forkId } = await openFork(firm.ctxAs('outside-counsel'), section.sectionId);
    await type(forkId, 0, 'A: ');
    await type(forkId, 2, 'C: ');
    const { section: before } = await readForkTexts(database.db, firm.firmId, forkId);
    expect(await renew(forkId, (body) => ({ ...body, content: [before.content![0]!, ...body.content!.slice(1)] }))).toEqual({
      generation: 2,
    });
    expect((await texts(forkId)).fork).toBe('One.\nTwo.\nC: Three.');
    expect(await openFork(firm.ctxAs('outside-counsel'), section.sectionId)).toEqual({ forkId, generation: 2 });
    await changeSection(([one, two, three]) => [one!, two!, three!, p('Four.')]);
    expect((await texts(forkId)).fork).toBe('One.\nTwo.\nC: Three.\nFour.');
  });

  it('follows the section between two suggestions in one paragraph', async () => {
    const long = await makeSection(database.db, firm.firmId, firm.memberId('legal'), doc(p('alpha beta gamma delta epsilon.')));
    section = long;
    const { forkId } = await openFork(firm.ctxAs('outside-counsel'), long.sectionId);
    const say = (words: string) => (body: ProseNode) => ({
      ...body,
      content: [{ ...body.content![0]!, content: [{ type: 'text', text: words }] }],
    });
    await renew(forkId, say('ALPHA beta gamma delta EPSILON.'));
    await changeSection((blocks) => say('alpha beta GAMMA delta epsilon.')({ type: 'doc', content: blocks }).content);
    expect((await texts(forkId)).fork).toBe('ALPHA beta GAMMA delta EPSILON.');
  });

  it('does not say twice what was accepted, nor does what is kept of its past', async () => {
    const { forkId } = await openFork(firm.ctxAs('outside-counsel'), section.sectionId);
    await type(forkId, 1, 'Accepted: ');
    const ctx = firm.ctxAs('legal');
    await transact(ctx, async (tx) => {
      const { fork } = await readForkTexts(tx, firm.firmId, forkId);
      await changeRoomText(ctx, tx, { sectionId: section.sectionId, memberId: ctx.actor.memberId, change: () => fork! });
      await renewFork(ctx, tx, { forkId, target: fork! });
    });
    expect(await texts(forkId)).toEqual({ section: 'One.\nAccepted: Two.\nThree.', fork: 'One.\nAccepted: Two.\nThree.' });
    const past = new Y.Doc();
    Y.applyUpdate(past, (await database.db.forkPast.findFirstOrThrow({ where: { forkId } })).state);
    expect(plainTextOf(bodyOfRoom(past).body)).toBe('One.\nAccepted: Two.\nThree.');
  });
});
