import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/policies/actor';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { updateFurniture } from '@/lib/services/letter/update-furniture';
import { updateSection } from '@/lib/services/section/update-section';
import { checkVersions } from '@/lib/services/version/check-versions';
import { keepDueVersions, VersionWatch } from '@/lib/services/version/keep-due-versions';
import { keepVersion } from '@/lib/services/version/keep-version';
import { listVersions } from '@/lib/services/version/list-versions';
import { nameVersion } from '@/lib/services/version/name-version';
import { readVersion } from '@/lib/services/version/read-version';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { doc, p } from '@/tests/support/section-body';
import { writeText } from './write-text';

let database: TestDatabase;
let firm: TestFirm;
let other: TestFirm;
let legal: ServiceContext;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  other = await makeFirm(database.db, 'Another firm');
  legal = firm.ctxAs('legal');
});
afterAll(() => database.drop());

const numbers = async (letterId: string) => (await listVersions(legal, letterId)).versions.map(({ number }) => number);
const minutesAfter = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000);
const START = new Date('2026-07-01T14:00:00.000Z');

describe('a version', () => {
  it('holds the text of its moment under a number, a name and a hash, whatever is written later', async () => {
    const { letterId, sectionIds } = await makeLetter(firm);
    await writeText(legal, sectionIds[0]!, doc(p('First.')));
    expect(await keepVersion(legal, letterId, { name: 'Draft for risk', note: 'before the figures' })).toEqual({ number: 1 });
    await writeText(legal, sectionIds[0]!, doc(p('Second.')));
    expect(await keepVersion(legal, letterId, { name: 'With figures', note: '' })).toEqual({ number: 2 });
    const { versions } = await listVersions(legal, letterId);
    expect(versions).toMatchObject([
      { number: 2, name: 'With figures', occasion: 'named', by: 'Legal Member' },
      { number: 1, name: 'Draft for risk', note: 'before the figures' },
    ]);
    const text = async (number: number) =>
      JSON.stringify((await readVersion(database.db, firm.firmId, letterId, number)).content.sections[0]?.body);
    expect(await text(1)).toContain('First.');
    expect(await text(2)).toContain('Second.');
  });

  it('is not taken twice of the same text: the automatic one gets the name, the named one keeps its own', async () => {
    const { letterId, sectionIds } = await makeLetter(firm);
    firm.setNow(minutesAfter(START, 1));
    await writeText(legal, sectionIds[0]!, doc(p('Something.')));
    firm.setNow(minutesAfter(START, 30));
    await keepDueVersions(legal, new VersionWatch());
    firm.setNow(START);
    expect(await numbers(letterId)).toEqual([1]);
    expect(await keepVersion(legal, letterId, { name: 'Now named', note: '' })).toEqual({ number: 1 });
    await expect(keepVersion(legal, letterId, { name: 'Named again', note: '' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('“Now named”'),
    });
    expect((await listVersions(legal, letterId)).versions).toMatchObject([
      { number: 1, name: 'Now named', occasion: 'automatic', by: null },
    ]);
  });

  it('changes its name and note only, and each is put on record', async () => {
    const { letterId } = await makeLetter(firm);
    await keepVersion(legal, letterId, { name: 'A', note: '' });
    await nameVersion(legal, letterId, 1, { name: 'B', note: 'sent to counsel' });
    expect((await listVersions(legal, letterId)).versions).toMatchObject([{ name: 'B', note: 'sent to counsel' }]);
    const events = await database.db.auditEvent.findMany({ where: { subjectId: letterId }, orderBy: { sequence: 'asc' } });
    expect(events.slice(-2)).toMatchObject([
      { type: 'letter.snapshot-taken', data: { number: 1, occasion: 'named', name: 'A' } },
      { type: 'letter.version-named', data: { number: 1, before: { name: 'A', note: '' }, after: { name: 'B', note: 'sent to counsel' } } },
    ]);
    await expect(nameVersion(legal, letterId, 7, { name: 'C', note: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['content', { content: {} }],
    ['contentHash', { contentHash: 'f'.repeat(64) }],
    ['number', { number: 99 }],
    ['createdAt', { createdAt: new Date() }],
  ])('cannot be given another %s, even in the database', async (_, data) => {
    const { letterId } = await makeLetter(firm);
    await keepVersion(legal, letterId, { name: 'Kept', note: '' });
    await expect(database.db.letterSnapshot.updateMany({ where: { letterId }, data })).rejects.toThrow(/immutable/);
    expect(await numbers(letterId)).toEqual([1]);
  });

  it('is shown as damaged and never used where its content does not match its hash, and stands for no later text', async () => {
    const { letterId, sectionIds } = await makeLetter(firm);
    await writeText(legal, sectionIds[0]!, doc(p('True.')));
    await keepVersion(legal, letterId, { name: 'Kept', note: '' });
    expect(await checkVersions(legal, letterId)).toEqual({ checked: 1, damaged: [] });
    await damage(letterId, 1);
    expect(await checkVersions(legal, letterId)).toEqual({ checked: 1, damaged: [1] });
    await expect(readVersion(database.db, firm.firmId, letterId, 1)).rejects.toMatchObject({ code: 'CHECK_FAILED' });
    expect(await keepVersion(legal, letterId, { name: 'Kept again', note: '' })).toEqual({ number: 2 });
  });

  it('is kept and named by legal, risk and administrators; everybody of the firm reads, nobody else', async () => {
    const { letterId, sectionIds } = await makeLetter(firm);
    for (const [index, role] of ROLES.entries()) {
      await writeText(legal, sectionIds[0]!, doc(p(`Text ${index}.`)));
      const keeping = keepVersion(firm.ctxAs(role), letterId, { name: `By ${role}`, note: '' });
      if (['administrator', 'legal', 'risk'].includes(role)) await keeping;
      else await expect(keeping).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(listVersions(firm.ctxAs(role), letterId)).resolves.toHaveProperty('versions.0.number');
      for (const asking of [listVersions, checkVersions]) {
        await expect(asking(other.ctxAs(role), letterId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    }
    await expect(keepVersion(other.ctxAs('legal'), letterId, { name: 'X', note: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(nameVersion(other.ctxAs('legal'), letterId, 1, { name: 'X', note: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an automatic version', () => {
  it('is kept ten minutes after the last change, once', async () => {
    const { letterId, sectionIds } = await makeLetter(firm);
    const watch = new VersionWatch();
    const kept = async (minutes: number) => {
      firm.setNow(minutesAfter(START, minutes));
      return (await keepDueVersions(legal, watch)).includes(letterId);
    };
    expect(await kept(1)).toBe(false);
    firm.setNow(minutesAfter(START, 2));
    await writeText(legal, sectionIds[1]!, doc(p('Typed.')));
    expect(await kept(3)).toBe(false);
    expect(await kept(11)).toBe(false);
    expect(await kept(12)).toBe(true);
    expect(await kept(13)).toBe(false);
    expect(await numbers(letterId)).toEqual([1]);
    firm.setNow(START);
  });

  it('is kept after an hour of changes without a pause', async () => {
    const { letterId } = await makeLetter(firm);
    const watch = new VersionWatch();
    const kept: number[] = [];
    for (let minute = 5; minute <= 130; minute += 5) {
      firm.setNow(minutesAfter(START, minute));
      await updateFurniture(legal, letterId, { closing: `At ${minute}` });
      if ((await keepDueVersions(legal, watch)).includes(letterId)) kept.push(minute);
    }
    firm.setNow(START);
    expect(kept).toEqual([65, 130]);
  });

  it('is not kept where what changed came back to what it was', async () => {
    const { letterId, sectionIds } = await makeLetter(firm);
    await keepVersion(legal, letterId, { name: 'Kept', note: '' });
    firm.setNow(minutesAfter(START, 1));
    await updateSection(legal, sectionIds[0]!, { title: 'Another' });
    await updateSection(legal, sectionIds[0]!, { title: 'Introduction' });
    firm.setNow(minutesAfter(START, 30));
    const watch = new VersionWatch();
    await keepDueVersions(legal, watch);
    expect(await keepDueVersions(legal, watch)).toEqual([]);
    firm.setNow(START);
    expect(await numbers(letterId)).toEqual([1]);
  });

  it('is the server’s own act in the log', async () => {
    const { letterId, sectionIds } = await makeLetter(firm);
    firm.setNow(minutesAfter(START, 1));
    await writeText(legal, sectionIds[0]!, doc(p('Typed.')));
    firm.setNow(minutesAfter(START, 20));
    await keepDueVersions(legal, new VersionWatch());
    firm.setNow(START);
    const event = await database.db.auditEvent.findFirst({ where: { subjectId: letterId, type: 'letter.snapshot-taken' } });
    expect(event).toMatchObject({ actorId: null, actorName: 'Marginalia', data: { occasion: 'automatic' } });
  });
});

/** Changes what a version holds behind the back of the database's own guard. */
async function damage(letterId: string, number: number): Promise<void> {
  await database.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE "LetterSnapshot" SET content = replace(content::text, 'True.', 'False.')::jsonb WHERE "letterId" = ${letterId}::uuid AND number = ${number}`;
  });
}
