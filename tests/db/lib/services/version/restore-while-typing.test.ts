import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { roomName } from '@/lib/letter/schema/room-name';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { keepVersion } from '@/lib/services/version/keep-version';
import { readVersion } from '@/lib/services/version/read-version';
import { restoreVersion } from '@/lib/services/version/restore-version';
import { joinRoom, startCollab, until } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { doc, p } from '@/tests/support/section-body';
import { writeText } from './write-text';

let database: TestDatabase;
let firm: TestFirm;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
afterAll(() => database.drop());

const named = (id: string, text: string) => ({ ...p(text), attrs: { id } });

describe('bringing back a version while somebody types', () => {
  it('reaches the open room, keeps what is typed, and every keystroke acknowledged before stands in the version kept first', async () => {
    const legal = firm.ctxAs('legal');
    const { letterId, sectionIds } = await makeLetter(firm, 1);
    const first = sectionIds[0] as string;
    const textOf = async () => plainTextOf((await readSectionBodies(database.db, firm.firmId, [first])).get(first)!);
    await writeText(legal, first, doc(named('a', 'First as it was.')));
    await keepVersion(legal, letterId, { name: 'Kept', note: '' });
    await writeText(legal, first, doc(named('a', 'First as it is now, longer.')));
    const server = await startCollab(database.db);
    const room = roomName({ sectionId: first, generation: 1 });
    const [typist, reader] = [
      joinRoom(server.host, { room, cookie: await firm.cookieAs('risk') }),
      joinRoom(server.host, { room, cookie: await firm.cookieAs('administrator') }),
    ];
    try {
      await Promise.all([typist.synced(), reader.synced()]);
      let line = 0;
      const typing = setInterval(() => typist.write(`Line ${line++}.`), 5);
      await until(() => line > 5);
      await typist.acknowledged().catch(() => {});
      const restoration = await restoreVersion(legal, { letterId, number: 1 });
      await until(
        () => reader.text().startsWith('First as it was.'),
        () => reader.text(),
      );
      clearInterval(typing);
      await typist.acknowledged();
      await until(
        () => typist.text() === reader.text(),
        () => `${typist.text()} / ${reader.text()}`,
      );
      expect(await textOf()).toBe(typist.text());
      const kept = plainTextOf((await readVersion(database.db, firm.firmId, letterId, restoration.keptAs)).content.sections[0]!.body);
      const keptLines = kept.match(/Line \d+\./g) ?? [];
      const laterLines = typist.text().match(/Line \d+\./g) ?? [];
      expect([...keptLines, ...laterLines]).toEqual(Array.from({ length: line }, (_, index) => `Line ${index}.`));
    } finally {
      typist.leave();
      reader.leave();
      await server.stop();
    }
  });
});
