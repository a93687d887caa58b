import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { addTemplate } from '@/lib/services/template/add-template';
import { currentTemplate } from '@/lib/services/template/current-template';
import { listTemplates } from '@/lib/services/template/list-templates';
import { openTemplateFile } from '@/lib/services/template/open-template-file';
import { withdrawTemplate } from '@/lib/services/template/withdraw-template';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { houseTemplate } from '@/tests/support/house-template';

let database: TestDatabase;
let firm: TestFirm;
let legal: ServiceContext;
let stranger: TestFirm;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  legal = firm.ctxAs('legal');
  stranger = await makeFirm(database.db, 'Another Firm LLC');
});

/** Brings a template at a minute after the tests' time. */
const bring = (fileName: string, font: string, minute: number) =>
  addTemplate(
    { ...legal, clock: () => new Date(new Date(TEST_NOW).getTime() + minute * 60_000) },
    { fileName, bytes: houseTemplate({ font }) },
  );
const inUse = async () => (await currentTemplate(database.db, firm.firmId))?.name ?? null;

describe('the letter template of a firm', () => {
  it('is the newest that is not withdrawn, and none for other firms', async () => {
    expect(await inUse()).toBeNull();
    const first = await bring('first.docx', 'Georgia', 1);
    expect(await inUse()).toBe('first.docx');
    const second = await bring('second.docx', 'Arial', 2);
    expect(await inUse()).toBe('second.docx');
    await withdrawTemplate(legal, second.id);
    expect(await inUse()).toBe('first.docx');
    await withdrawTemplate(legal, first.id);
    expect(await inUse()).toBeNull();
    expect(await currentTemplate(database.db, stranger.firmId)).toBeNull();
  });

  it('is listed with what of it is used, who brought it and which is in use', async () => {
    await bring('first.docx', 'Georgia', 1);
    await bring('second.docx', 'Arial', 2);
    const listed = await listTemplates(firm.ctxAs('observer'));
    expect(listed.map(({ name, inUse: current, summary }) => [name, current, summary.fonts])).toEqual([
      ['second.docx', true, ['Arial']],
      ['first.docx', false, ['Georgia']],
    ]);
    expect(await listTemplates(stranger.ctxAs('legal'))).toEqual([]);
  });

  it('leaves nothing behind where it is refused, and says every reason with its part', async () => {
    const bytes = houseTemplate({ header: '<w:p><w:fldSimple w:instr="AUTHOR"/></w:p>', page: '<w:pgSz w:w="8000" w:h="15840"/>' });
    await expect(addTemplate(legal, { fileName: 'bad.docx', bytes })).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      details: { problems: [expect.stringMatching(/inches wide.*document\.xml/), expect.stringMatching(/AUTHOR.*header1\.xml/)] },
    });
    expect(await database.db.storedFile.count({ where: { firmId: firm.firmId } })).toBe(0);
  });

  it('is not taken twice, nor withdrawn twice', async () => {
    const { id } = await bring('first.docx', 'Georgia', 1);
    await expect(bring('again.docx', 'Georgia', 2)).rejects.toMatchObject({ code: 'CONFLICT' });
    await withdrawTemplate(legal, id);
    await expect(withdrawTemplate(legal, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is not found from another firm', async () => {
    const { id } = await bring('first.docx', 'Georgia', 1);
    await expect(openTemplateFile(stranger.ctxAs('administrator'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdrawTemplate(stranger.ctxAs('administrator'), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is on record: brought, opened, withdrawn', async () => {
    const { id } = await bring('first.docx', 'Georgia', 1);
    await openTemplateFile(legal, id);
    await withdrawTemplate(legal, id);
    const events = await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } });
    expect(events.map(({ type }) => type)).toEqual(['template.added', 'template.opened', 'template.withdrawn']);
  });
});
