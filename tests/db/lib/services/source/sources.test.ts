import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLetterContent } from '@/lib/services/letter/read-letter-content';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { addSource } from '@/lib/services/source/add-source';
import { changeSource } from '@/lib/services/source/change-source';
import { letterReferences } from '@/lib/services/source/letter-references';
import { listSources } from '@/lib/services/source/list-sources';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { doc, p } from '@/tests/support/section-body';

let database: TestDatabase;
let firm: TestFirm;
let other: TestFirm;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  other = await makeFirm(database.db, 'Another Firm LLC');
});
afterAll(() => database.drop());

const rule = { kind: 'cfr' as const, fields: { title: '17', section: '240.15c3-1' } };

describe('the library of sources', () => {
  it('keeps a source once, trimmed, and puts it on record', async () => {
    const legal = firm.ctxAs('legal');
    const source = await addSource(legal, { ...rule, fields: { ...rule.fields, section: ' 240.15c3-1 ', name: '' } });
    expect(source).toMatchObject(rule);
    expect(await addSource(firm.ctxAs('risk'), rule)).toEqual(source);
    expect(await listSources(firm.ctxAs('outside-counsel'))).toEqual([source]);
    expect(await database.db.auditEvent.count({ where: { firmId: firm.firmId, type: 'source.added' } })).toBe(1);
  });

  it('keeps it once when two add it at the same time', async () => {
    const statute = { kind: 'statute' as const, fields: { title: '7', section: '6f' } };
    const both = await Promise.all([addSource(firm.ctxAs('legal'), statute), addSource(firm.ctxAs('risk'), statute)]);
    expect(both[0]).toEqual(both[1]);
  });

  it('refuses fields that do not do', async () => {
    await expect(addSource(firm.ctxAs('legal'), { kind: 'cfr', fields: { title: '17' } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Section or part is missing.',
    });
  });

  it('mends a source, with what it was on record', async () => {
    const source = await addSource(firm.ctxAs('legal'), { kind: 'cfr', fields: { title: '17', section: '1.25' } });
    const fields = { title: '17', section: '1.25', shortName: 'Rule 1.25' };
    expect(await changeSource(firm.ctxAs('legal'), source.id, fields)).toEqual({ ...source, fields });
    const [event] = await database.db.auditEvent.findMany({ where: { firmId: firm.firmId, type: 'source.changed' } });
    expect(event?.data).toEqual({ kind: 'cfr', before: source.fields, after: fields });
    await expect(changeSource(other.ctxAs('legal'), source.id, fields)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(changeSource(firm.ctxAs('approver'), source.id, fields)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the sources of a letter', () => {
  it('are those that its text cites, and only of its firm', async () => {
    const legal = firm.ctxAs('legal');
    const [own, foreign] = [await addSource(legal, rule), await addSource(other.ctxAs('legal'), rule)];
    const { letterId } = await makeLetter(firm, 1);
    const cite = (sourceId: string) => ({ type: 'citation', attrs: { sourceId, nodeId: randomUUID() } });
    const section = await database.db.section.findFirstOrThrow({ where: { letterId } });
    const without = await database.db.$transaction((tx) => readLetterContent(tx, firm.firmId, letterId));
    expect('sources' in without).toBe(false);

    const body = doc(p('As in ', cite(own.id), cite(own.id), cite(foreign.id), cite('no id'), '.'));
    await database.db.$transaction((tx) => changeRoomText(legal, tx, { sectionId: section.id, memberId: null, change: () => body }));
    const content = await database.db.$transaction((tx) => readLetterContent(tx, firm.firmId, letterId));
    expect(content.sources).toEqual({ [own.id]: own });
    const references = await letterReferences(legal, letterId);
    expect(references.sources.map(({ id }) => id)).toContain(own.id);
    expect(references.sources.map(({ id }) => id)).not.toContain(foreign.id);
    expect(JSON.stringify(references.bodies[section.id])).toContain(own.id);
    await expect(letterReferences(other.ctxAs('legal'), letterId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
