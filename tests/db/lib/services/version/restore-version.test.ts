import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { ROLES } from '@/lib/policies/actor';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { getLetter } from '@/lib/services/letter/get-letter';
import { updateFurniture } from '@/lib/services/letter/update-furniture';
import { addSection } from '@/lib/services/section/add-section';
import { moveSection } from '@/lib/services/section/move-section';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { updateSection } from '@/lib/services/section/update-section';
import { compareVersions } from '@/lib/services/version/compare-versions';
import { keepVersion } from '@/lib/services/version/keep-version';
import { listVersions } from '@/lib/services/version/list-versions';
import { readVersion } from '@/lib/services/version/read-version';
import { restoreVersion } from '@/lib/services/version/restore-version';
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

const textOf = async (sectionId: string) => plainTextOf((await readSectionBodies(database.db, firm.firmId, [sectionId])).get(sectionId)!);
const named = (id: string, text: string) => ({ ...p(text), attrs: { id } });

/** A letter of which version 1 is kept, its first two sections with a text. */
async function keptLetter() {
  const { letterId, sectionIds } = await makeLetter(firm, 1);
  const [first, second] = sectionIds as [string, string];
  await writeText(legal, first, doc(named('a', 'First as it was.')));
  await writeText(legal, second, doc(named('b', 'Second as it was.')));
  await keepVersion(legal, letterId, { name: 'Kept', note: '' });
  return { letterId, sectionIds, first, second };
}

describe('bringing back a version', () => {
  it('gives texts, titles, coverage, order and furniture back as a new version, and keeps what was there as one', async () => {
    const { letterId, sectionIds, first } = await keptLetter();
    const question = sectionIds[2]!;
    const before = await getLetter(legal, letterId);
    await writeText(legal, first, doc(named('a', 'First as it is.'), p('And more.')));
    await updateSection(legal, question, { coverage: 'declined', title: 'Renamed' });
    await updateFurniture(legal, letterId, { closing: 'Yours' });
    await moveSection(legal, question, 0);

    const restoration = await restoreVersion(legal, { letterId, number: 1 });
    expect(restoration).toMatchObject({ keptAs: 2, newNumber: 3, broughtBack: [], kept: [], signed: [] });
    expect(restoration.restored.map(({ id }) => id).sort()).toEqual([first, question].sort());
    const after = await getLetter(legal, letterId);
    expect(after.sections.map(({ title, coverage, body }) => [title, coverage, plainTextOf(body)])).toEqual(
      before.sections.map(({ title, coverage, body }) => [title, coverage, plainTextOf(body)]),
    );
    expect(after.furniture).toEqual(before.furniture);
    expect((await listVersions(legal, letterId)).versions).toMatchObject([
      { number: 3, occasion: 'restored', note: 'Version 1 brought back' },
      { number: 2, occasion: 'before-restore' },
      { number: 1, occasion: 'named' },
    ]);
    const kept = await readVersion(database.db, firm.firmId, letterId, 2);
    expect(JSON.stringify(kept.content)).toContain('And more.');
    const { contentHash } = await readVersion(database.db, firm.firmId, letterId, 3);
    expect(contentHash).toBe((await readVersion(database.db, firm.firmId, letterId, 1)).contentHash);
  });

  it('gives back one section alone', async () => {
    const { letterId, first, second } = await keptLetter();
    await writeText(legal, first, doc(p('Other.')));
    await writeText(legal, second, doc(p('Another.')));
    const { restored } = await restoreVersion(legal, { letterId, number: 1, sectionId: second });
    expect(restored.map(({ id }) => id)).toEqual([second]);
    expect(await textOf(first)).toBe('Other.');
    expect(await textOf(second)).toBe('Second as it was.');
  });

  it('leaves signed sections as they are, and names them', async () => {
    const { letterId, first, second } = await keptLetter();
    await writeText(legal, first, doc(p('Signed words.')));
    await writeText(legal, second, doc(p('Open words.')));
    await database.db.section.update({ where: { id: first }, data: { state: 'signed' } });
    const { restored, signed } = await restoreVersion(legal, { letterId, number: 1 });
    expect([restored.map(({ id }) => id), signed.map(({ id }) => id)]).toEqual([[second], [first]]);
    expect(await textOf(first)).toBe('Signed words.');
  });

  it('leaves sections that are newer where they are, and names them', async () => {
    const { letterId, first } = await keptLetter();
    const { sectionId } = await addSection(legal, { letterId, kind: 'discussion', title: 'New', afterSectionId: first });
    const { kept } = await restoreVersion(legal, { letterId, number: 1 }).catch(() => ({ kept: null }));
    expect(kept).toBeNull();
    await writeText(legal, first, doc(p('Other.')));
    expect((await restoreVersion(legal, { letterId, number: 1 })).kept).toEqual([{ id: sectionId, title: 'New' }]);
    const { sections } = await getLetter(legal, letterId);
    expect(sections.map(({ id }) => id).slice(0, 2)).toEqual([first, sectionId]);
  });

  it('makes a section that is gone anew in its place', async () => {
    const { letterId, second } = await keptLetter();
    await database.db.section.delete({ where: { id: second } });
    const { broughtBack } = await restoreVersion(legal, { letterId, number: 1 });
    expect(broughtBack).toMatchObject([{ title: 'Summary of positions' }]);
    const { sections } = await getLetter(legal, letterId);
    expect(sections[1]).toMatchObject({ id: broughtBack[0]?.id, title: 'Summary of positions' });
    expect(plainTextOf(sections[1]!.body)).toBe('Second as it was.');
    expect(sections.map(({ title }) => title)).toEqual(['Introduction', 'Summary of positions', 'Question 1', 'Quantitative evidence']);
  });

  it('refuses where the letter stands so already, and keeps no version of it', async () => {
    const { letterId } = await keptLetter();
    await expect(restoreVersion(legal, { letterId, number: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await listVersions(legal, letterId)).versions).toHaveLength(1);
  });

  it('is for legal and administrators, of the firm, and of versions that there are', async () => {
    const { letterId, first } = await keptLetter();
    for (const [index, role] of ROLES.entries()) {
      await writeText(legal, first, doc(p(`Text ${index}.`)));
      const restoring = restoreVersion(firm.ctxAs(role), { letterId, number: 1 });
      if (role === 'legal' || role === 'administrator') await expect(restoring).resolves.toHaveProperty('newNumber');
      else await expect(restoring).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(restoreVersion(other.ctxAs('legal'), { letterId, number: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(compareVersions(other.ctxAs('legal'), letterId, { from: 1, to: 'now' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(restoreVersion(legal, { letterId, number: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(restoreVersion(legal, { letterId, number: 1, sectionId: other.firmId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is one event that names both versions and every section', async () => {
    const { letterId, first } = await keptLetter();
    await writeText(legal, first, doc(p('Other.')));
    await restoreVersion(legal, { letterId, number: 1 });
    const event = await database.db.auditEvent.findFirst({ where: { subjectId: letterId, type: 'letter.version-restored' } });
    expect(event).toMatchObject({
      actorName: 'Legal Member',
      data: { number: 1, keptAs: 2, newNumber: 3, sectionId: null, restored: [first], broughtBack: [], kept: [], signed: [] },
    });
  });
});
