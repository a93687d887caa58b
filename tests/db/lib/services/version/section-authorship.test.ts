import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/policies/actor';
import { compactRoom } from '@/lib/services/room/compact-room';
import { letterAuthorship } from '@/lib/services/version/letter-authorship';
import { sectionAuthorship } from '@/lib/services/version/section-authorship';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection } from '@/tests/support/letter-section';
import { doc, p } from '@/tests/support/section-body';
import { writeText } from './write-text';

let database: TestDatabase;
let firm: TestFirm;
let other: TestFirm;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  other = await makeFirm(database.db, 'Another firm');
});
afterAll(() => database.drop());

const named = (text: string) => ({ ...p(text), attrs: { id: 'a' } });

describe('who wrote a section', () => {
  it.each([
    ['before', false],
    ['after', true],
  ] as const)('is known %s the log is folded into the state', async (_, folded) => {
    const { sectionId } = await makeSection(database.db, firm.firmId, firm.memberId('legal'), doc(named('The first draft.')));
    await writeText(firm.ctxAs('risk'), sectionId, doc(named('The first draft, with a number.')));
    await writeText(firm.ctxAs('administrator'), sectionId, doc(named('The very first draft, with a number.')));
    if (folded) await compactRoom(firm.ctxAs('legal'), { firmId: firm.firmId, sectionId });
    const { passages, members, firstDraftBy } = await sectionAuthorship(firm.ctxAs('observer'), sectionId);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    expect(passages.map(({ text, author }) => [author.by === 'member' ? names.get(author.memberId) : author.by, text])).toEqual([
      ['first-draft', 'The '],
      ['Administrator Member', 'very '],
      ['first-draft', 'first draft'],
      ['Risk Member', ', with a number'],
      ['first-draft', '.'],
    ]);
    expect(firstDraftBy).toBe('Legal Member');
  });

  it('is shown to everybody of the firm, and to nobody else', async () => {
    const { sectionId, letterId } = await makeSection(database.db, firm.firmId, firm.memberId('legal'), doc(p('Text.')));
    for (const role of ROLES) {
      await expect(sectionAuthorship(firm.ctxAs(role), sectionId)).resolves.toHaveProperty('passages.0.text', 'Text.');
      await expect(letterAuthorship(firm.ctxAs(role), letterId)).resolves.toHaveProperty('firstDraftBy', 'Legal Member');
      await expect(sectionAuthorship(other.ctxAs(role), sectionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(letterAuthorship(other.ctxAs(role), letterId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
