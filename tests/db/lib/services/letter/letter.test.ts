import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/policies/actor';
import { createLetter } from '@/lib/services/letter/create-letter';
import { getLetter } from '@/lib/services/letter/get-letter';
import { letterFigures } from '@/lib/services/letter/letter-figures';
import { listLetters } from '@/lib/services/letter/list-letters';
import { updateFurniture } from '@/lib/services/letter/update-furniture';
import { addSection } from '@/lib/services/section/add-section';
import { moveSection } from '@/lib/services/section/move-section';
import { updateSection } from '@/lib/services/section/update-section';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter, makeRequestVersion } from '@/tests/support/letter';

let database: TestDatabase;
let firm: TestFirm;
let other: TestFirm;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  other = await makeFirm(database.db, 'Another firm');
});
afterAll(() => database.drop());

const titles = async (letterId: string) => (await getLetter(firm.ctxAs('legal'), letterId)).sections.map((section) => section.title);

describe('a new letter', () => {
  it('has a section with a room for each question between introduction, summary and annex', async () => {
    const { letterId, sectionIds } = await makeLetter(firm, 3);
    expect(await titles(letterId)).toEqual([
      'Introduction',
      'Summary of positions',
      'Question 1',
      'Question 2',
      'Question 3',
      'Quantitative evidence',
    ]);
    expect(await database.db.sectionRoom.count({ where: { sectionId: { in: [...sectionIds] } } })).toBe(6);
  });

  it('is addressed to both agencies and names the identifiers of the request', async () => {
    const { letterId } = await makeLetter(firm);
    const { furniture } = await getLetter(firm.ctxAs('legal'), letterId);
    expect(furniture.addressees.map((addressee) => addressee.agency)).toHaveLength(2);
    expect(furniture.reLines).toEqual(['Synthetic joint request, 99 FR 12345 (File No. S7-99-99; RIN 3038-ZZ99)']);
    expect(furniture.salutation).toBe('Ladies and Gentlemen:');
    expect(furniture.date).toBeNull();
  });

  it('is started by legal and administrators only', async () => {
    const requestVersionId = await makeRequestVersion(firm);
    for (const role of ROLES) {
      const starting = createLetter(firm.ctxAs(role), { requestVersionId, title: 'T' });
      if (role === 'legal' || role === 'administrator') await expect(starting).resolves.toHaveProperty('letterId');
      else await expect(starting).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('cannot answer a request of another firm', async () => {
    const requestVersionId = await makeRequestVersion(other);
    await expect(createLetter(firm.ctxAs('legal'), { requestVersionId, title: 'T' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a letter of another firm', () => {
  it('does not exist, whatever is asked of it', async () => {
    const { letterId, sectionIds } = await makeLetter(other);
    const ctx = firm.ctxAs('administrator');
    const [sectionId = ''] = sectionIds;
    for (const asked of [
      () => getLetter(ctx, letterId),
      () => letterFigures(ctx, letterId),
      () => updateFurniture(ctx, letterId, { salutation: 'Hello' }),
      () => addSection(ctx, { letterId, kind: 'discussion', title: 'X', afterSectionId: null }),
      () => updateSection(ctx, sectionId, { title: 'X' }),
      () => moveSection(ctx, sectionId, 0),
    ]) {
      await expect(asked()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await listLetters(ctx)).map((letter) => letter.id)).not.toContain(letterId);
  });
});

describe('the outline', () => {
  it('takes a new section at the place asked for', async () => {
    const { letterId, sectionIds } = await makeLetter(firm, 1);
    await addSection(firm.ctxAs('legal'), { letterId, kind: 'discussion', title: 'Background', afterSectionId: sectionIds[0] ?? null });
    expect(await titles(letterId)).toEqual(['Introduction', 'Background', 'Summary of positions', 'Question 1', 'Quantitative evidence']);
  });

  it('moves a section and keeps every other in order', async () => {
    const { letterId, sectionIds } = await makeLetter(firm, 2);
    await moveSection(firm.ctxAs('legal'), sectionIds[3] ?? '', 0);
    expect(await titles(letterId)).toEqual(['Question 2', 'Introduction', 'Summary of positions', 'Question 1', 'Quantitative evidence']);
    await moveSection(firm.ctxAs('legal'), sectionIds[3] ?? '', 99);
    expect((await titles(letterId)).at(-1)).toBe('Question 2');
  });

  it('keeps a change of coverage in the audit log, before and after', async () => {
    const { sectionIds } = await makeLetter(firm, 1);
    await updateSection(firm.ctxAs('risk'), sectionIds[2] ?? '', { coverage: 'partly' });
    const event = await database.db.auditEvent.findFirst({ where: { subjectId: sectionIds[2], type: 'section.changed' } });
    expect(event?.data).toMatchObject({ before: { coverage: 'open' }, after: { coverage: 'partly' } });
  });

  it('knows a coverage only of sections that answer a question', async () => {
    const { sectionIds } = await makeLetter(firm, 1);
    await expect(updateSection(firm.ctxAs('legal'), sectionIds[0] ?? '', { coverage: 'answered' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('the furniture', () => {
  it('changes part by part, and risk may not change it', async () => {
    const { letterId } = await makeLetter(firm);
    const changed = await updateFurniture(firm.ctxAs('legal'), letterId, { date: '2026-08-20' });
    expect(changed).toMatchObject({ date: '2026-08-20', salutation: 'Ladies and Gentlemen:' });
    await expect(updateFurniture(firm.ctxAs('risk'), letterId, { date: null })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
