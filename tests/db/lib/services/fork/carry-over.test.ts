import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { transact } from '@/lib/services/context/transact';
import { carryOver, LATE_UPDATE_BYTES } from '@/lib/services/fork/carry-over';
import { openFork } from '@/lib/services/fork/open-fork';
import { forkDocument, readFork } from '@/lib/services/fork/read-fork';
import { readForkTexts } from '@/lib/services/fork/read-fork-texts';
import { renewFork } from '@/lib/services/fork/renew-fork';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';
import { doc, p, text } from '@/tests/support/section-body';

let database: TestDatabase;
let firm: TestFirm;
let section: TestSection;
let forkId: string;
/** the author's editor, which knows nothing of what happens on the server from now on */
let offline: Y.Doc;

beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
beforeEach(async () => {
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'), doc(p('One.'), p('Two.'), p('Three.')));
  ({ forkId } = await openFork(firm.ctxAs('outside-counsel'), section.sectionId));
  offline = forkDocument(await readFork(database.db, firm.firmId, forkId));
});
afterAll(() => database.drop());

const textAt = (paragraph: number) => (offline.getXmlFragment(ROOM_FRAGMENT).get(paragraph) as Y.XmlElement).get(0) as Y.XmlText;
const forkText = async () => plainTextOf((await readForkTexts(database.db, firm.firmId, forkId)).fork!);
const hand = (generation = 1, role: 'outside-counsel' | 'legal' = 'outside-counsel') =>
  carryOver(firm.ctxAs(role), { forkId, generation, update: Y.encodeStateAsUpdate(offline) });

/** Another's decision: the section changes, the fork is made anew with a text. */
async function decide(change: (body: ProseNode) => ProseNode): Promise<void> {
  const ctx = firm.ctxAs('legal');
  await transact(ctx, async (tx) => {
    const { after } = await changeRoomText(ctx, tx, { sectionId: section.sectionId, memberId: ctx.actor.memberId, change });
    await renewFork(ctx, tx, { forkId, target: after });
  });
}
const withText = (index: number, words: string) => (body: ProseNode) => ({
  ...body,
  content: body.content!.map((block, at) => (at === index ? { ...block, content: [text(words)] } : block)),
});

describe('what was not sent when a generation of a fork ended', () => {
  it('is found in the present generation, once, however often it is handed over', async () => {
    await decide(withText(0, 'One, decided.'));
    textAt(1).insert(0, 'Late: ');
    expect(await hand()).toEqual({ forkId, generation: 2 });
    expect(await forkText()).toBe('One, decided.\nLate: Two.\nThree.');
    await hand();
    expect(await forkText()).toBe('One, decided.\nLate: Two.\nThree.');
    textAt(2).insert(0, 'Later: ');
    await hand();
    expect(await forkText()).toBe('One, decided.\nLate: Two.\nLater: Three.');
  });

  it('is only that, where the client hands over its whole document with what it has of the section', async () => {
    await decide(withText(0, 'One, decided.'));
    const now = await readFork(database.db, firm.firmId, forkId);
    for (const { update } of now.room.updates) Y.applyUpdate(offline, update);
    textAt(1).insert(0, 'Late: ');
    await hand();
    expect(await forkText()).toBe('One, decided.\nLate: Two.\nThree.');
  });

  it('stands beside its place where the words that it was about are gone', async () => {
    textAt(1).delete(0, 3);
    textAt(1).insert(0, 'Deux');
    await decide(withText(1, 'Zwei.'));
    await hand();
    const lines = (await forkText()).split('\n');
    expect(lines[0]).toBe('One.');
    expect(lines.join(' ')).toContain('Zwei.');
    expect(lines.join(' ')).toContain('Deux');
    await decide((body) => ({ ...body, content: [body.content![0]!, body.content![2]!] }));
    textAt(1).insert(0, 'Encore ');
    await hand();
    expect(await forkText()).toContain('Encore');
  });

  it('goes straight on where the generation is still the present one', async () => {
    textAt(2).insert(0, 'Not late: ');
    expect(await hand()).toEqual({ forkId, generation: 1 });
    expect(await forkText()).toBe('One.\nTwo.\nNot late: Three.');
  });

  it('is taken from its author alone, not while the section is signed, and not without bounds', async () => {
    await decide(withText(0, 'One, decided.'));
    textAt(1).insert(0, 'Late: ');
    await expect(hand(1, 'legal')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await makeFirm(database.db, 'Another Firm');
    const update = Y.encodeStateAsUpdate(offline);
    await expect(carryOver(other.ctxAs('legal'), { forkId, generation: 1, update })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const counsel = firm.ctxAs('outside-counsel');
    const large = new Uint8Array(LATE_UPDATE_BYTES + 1);
    await expect(carryOver(counsel, { forkId, generation: 1, update: large })).rejects.toMatchObject({ code: 'TOO_LARGE' });
    const nonsense = new Uint8Array([255, 255, 255]);
    await expect(carryOver(counsel, { forkId, generation: 1, update: nonsense })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(carryOver(counsel, { forkId, generation: 7, update })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await database.db.section.update({ where: { id: section.sectionId }, data: { state: 'signed' } });
    await expect(hand()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await database.db.section.update({ where: { id: section.sectionId }, data: { state: 'drafting' } });
    await hand();
    expect(await forkText()).toBe('One, decided.\nLate: Two.\nThree.');
  });
});
