import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { myWork } from '@/lib/services/home/my-work';
import { changeReviewPlan } from '@/lib/services/review/change-review-plan';
import { lendCapacity } from '@/lib/services/review/lend-capacity';
import { updateSection } from '@/lib/services/section/update-section';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { retype, send, sign, signWhole } from '@/tests/support/review';

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
let sectionIds: readonly string[];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  ({ letterId, sectionIds } = await makeLetter(firm, 2));
});
const idsOf = (items: readonly { sectionId: string }[]) => items.map(({ sectionId }) => sectionId);

describe('my work', () => {
  it('has the sections that I own, the first due first, until they are signed', async () => {
    const [early, late, done] = sectionIds as [string, string, string];
    const ownerId = firm.memberId('risk');
    await updateSection(firm.ctxAs('legal'), done, { ownerId });
    await updateSection(firm.ctxAs('legal'), late, { ownerId, dueOn: '2026-08-02' });
    await updateSection(firm.ctxAs('legal'), early, { ownerId, dueOn: '2026-08-01' });
    await signWhole(firm, done);
    expect(idsOf((await myWork(firm.ctxAs('risk'))).owned)).toEqual([early, late]);
    expect((await myWork(firm.ctxAs('legal'))).owned).toEqual([]);
  });

  it('has the signatures that wait for me in my turn, and those that I may give for another', async () => {
    const [section] = sectionIds as [string];
    await changeReviewPlan(firm.ctxAs('legal'), letterId, { required: ['legal', 'risk'], ordered: true });
    const expiresAt = new Date(TEST_NOW.getTime() + 86_400_000);
    await lendCapacity(firm.ctxAs('risk'), { toId: firm.memberId('approver'), capacity: 'risk', expiresAt, reason: 'Away.' });
    await send(firm, section);
    const waiting = async (role: 'legal' | 'risk' | 'approver') => (await myWork(firm.ctxAs(role))).waiting;
    expect([(await waiting('legal')).length, (await waiting('risk')).length]).toEqual([1, 0]);
    await sign(firm, section, 'legal', 'legal');
    expect([(await waiting('legal')).length, idsOf(await waiting('risk'))]).toEqual([0, [section]]);
    expect(await waiting('approver')).toMatchObject([{ sectionId: section, capacity: 'risk', onBehalfOf: 'Risk Member' }]);
    await retype(firm, section, 'Changed.');
    expect(idsOf(await waiting('legal'))).toEqual([section]);
    expect(await waiting('risk')).toEqual([]);
  });

  it('has my signatures that fell, before they were settled too, until somebody signs anew', async () => {
    const [section, other] = sectionIds as [string, string];
    for (const each of [section, other]) {
      await send(firm, each);
      await sign(firm, each, 'legal', 'legal');
    }
    await retype(firm, section, 'Changed.');
    expect((await myWork(firm.ctxAs('legal'))).fallen).toMatchObject([{ sectionId: section, capacity: 'legal' }]);
    expect((await myWork(firm.ctxAs('risk'))).fallen).toEqual([]);
    firm.setNow(new Date(TEST_NOW.getTime() + 60_000));
    await sign(firm, section, 'legal', 'legal');
    expect((await myWork(firm.ctxAs('legal'))).fallen).toEqual([]);
  });

  it('has nothing of another firm', async () => {
    await send(firm, sectionIds[0]!);
    const other = await makeFirm(database.db, 'Elsewhere LLC');
    expect(await myWork(other.ctxAs('legal'))).toEqual({ owned: [], waiting: [], fallen: [] });
  });
});
