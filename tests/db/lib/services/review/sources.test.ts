import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLetterContent } from '@/lib/services/letter/read-letter-content';
import { addSource } from '@/lib/services/source/add-source';
import { changeSource } from '@/lib/services/source/change-source';
import { letterReferences } from '@/lib/services/source/letter-references';
import { recordSubmission } from '@/lib/services/submission/record-submission';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { retype, signWhole, standings } from '@/tests/support/review';
import { doc, p } from '@/tests/support/section-body';

const FIELDS = { title: '17', section: '240.15c3-1' };
const MENDED = { ...FIELDS, section: '240.15c3-3' };
const STANDING = { legal: 'signed', risk: 'signed' };

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
let sectionId: string;
let sourceId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  ({ letterId } = await makeLetter(firm, 1));
  sectionId = (await database.db.section.findFirstOrThrow({ where: { letterId, kind: 'question' } })).id;
  sourceId = (await addSource(firm.ctxAs('legal'), { kind: 'cfr', fields: FIELDS })).id;
  await retype(firm, sectionId, doc(p('As in ', { type: 'citation', attrs: { sourceId, nodeId: randomUUID() } }, '.')));
  await database.db.letter.update({ where: { id: letterId }, data: { reviewPlan: { required: ['legal', 'risk'], ordered: false } } });
  await signWhole(firm, sectionId);
});

const mend = () => changeSource(firm.ctxAs('legal'), sourceId, MENDED);
const sourcesNow = async () => (await database.db.$transaction((tx) => readLetterContent(tx, firm.firmId, letterId))).sources;

describe('a source that is changed', () => {
  it('voids the signatures on what cites it, and says what it was', async () => {
    expect(await standings(firm, sectionId)).toEqual(STANDING);
    await mend();
    expect(Object.values(await standings(firm, sectionId))).not.toContain('signed');
    const [voided] = await database.db.auditEvent.findMany({ where: { firmId: firm.firmId, type: 'sign-off.voided' } });
    expect(voided?.data).toMatchObject({ summary: 'a cited source changed' });
    const { state } = await database.db.section.findUniqueOrThrow({ where: { id: sectionId } });
    expect(state).toBe('in-review');
  });

  it('leaves those on what does not cite it', async () => {
    const another = await addSource(firm.ctxAs('legal'), { kind: 'cfr', fields: { title: '17', section: '1.25' } });
    await changeSource(firm.ctxAs('legal'), another.id, { title: '17', section: '1.26' });
    expect(await standings(firm, sectionId)).toEqual(STANDING);
  });

  it('leaves a letter as it was filed, with its signatures', async () => {
    const filed = { agency: 'SEC', channel: 'e-mail', submittedAt: '2026-06-30T20:00:00Z', receipt: '', note: '', exportId: null } as const;
    await recordSubmission(firm.ctxAs('legal'), letterId, filed);
    await mend();
    expect(await standings(firm, sectionId)).toEqual(STANDING);
    expect((await sourcesNow())?.[sourceId]?.fields).toEqual(FIELDS);
    const { sources } = await letterReferences(firm.ctxAs('observer'), letterId);
    expect(sources.find(({ id }) => id === sourceId)?.fields).toEqual(FIELDS);
  });
});
