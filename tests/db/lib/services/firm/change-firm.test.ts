import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeFirm, firmInput } from '@/lib/services/firm/change-firm';
import { readFirm } from '@/lib/services/firm/read-firm';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm } from '@/tests/support/firm';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const input = firmInput.parse({
  name: 'Harbor Street & Co. LLC',
  settings: {
    letterheadLines: ['1 Harbor Street', 'New York, NY 10004'],
    defaultSignatories: [{ name: 'Ada Counsel', title: 'General Counsel' }],
  },
});

describe('changeFirm', () => {
  it('changes the name and the settings, and writes down what differs', async () => {
    const firm = await makeFirm(database.db);
    const ctx = firm.ctxAs('administrator');
    await changeFirm(ctx, { ...input, name: (await readFirm(ctx)).name });
    await changeFirm(ctx, input);
    await changeFirm(ctx, input);
    expect(await readFirm(firm.ctxAs('observer'))).toEqual({ id: firm.firmId, ...input });
    const events = await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } });
    expect(events.map(({ data }) => data)).toEqual([{ changed: input.settings }, { changed: { name: input.name } }]);
  });

  it('is for administrators, and touches no other firm', async () => {
    const [one, two] = [await makeFirm(database.db), await makeFirm(database.db, 'Other LLC')];
    for (const role of ['legal', 'risk', 'approver', 'observer', 'outside-counsel'] as const) {
      await expect(changeFirm(one.ctxAs(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await changeFirm(one.ctxAs('administrator'), input);
    expect(await readFirm(two.ctxAs('legal'))).toMatchObject({ name: 'Other LLC', settings: { letterheadLines: [] } });
  });

  it('reads a row of settings that it cannot understand as having none', async () => {
    const firm = await makeFirm(database.db);
    await database.db.firm.update({ where: { id: firm.firmId }, data: { settings: { letterheadLines: 'broken' } } });
    expect((await readFirm(firm.ctxAs('legal'))).settings).toEqual({ letterheadLines: [], defaultSignatories: [] });
  });
});
