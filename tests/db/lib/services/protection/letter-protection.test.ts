import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { changeConfidentialRequest } from '@/lib/services/protection/change-confidential-request';
import { draftConfidentialRequest } from '@/lib/services/protection/draft-confidential-request';
import { letterProtection } from '@/lib/services/protection/letter-protection';
import { renderRequest } from '@/lib/services/protection/render-request';
import { keepVersion } from '@/lib/services/version/keep-version';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { doc, p, text } from '@/tests/support/section-body';
import { writeText } from '../version/write-text';

let database: TestDatabase;
let firm: TestFirm;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
afterAll(() => database.drop());

const mark = (protection: string) => ({ type: 'protectedText', attrs: { protection } });
const a = (node: ProseNode): ProseNode => ({ ...node, attrs: { id: 'a' } });
const eventsOf = (letterId: string) =>
  database.db.auditEvent.findMany({
    where: { subjectId: letterId, type: { startsWith: 'letter.confidential-request' } },
    orderBy: { sequence: 'asc' },
  });

describe('what is held back in a letter', () => {
  it('is listed as it stands now', async () => {
    const { letterId, sectionIds } = await makeLetter(firm, 1);
    const [sectionId = ''] = sectionIds;
    await writeText(firm.ctxAs('legal'), sectionId, doc(a(p('Lost by ', text('Acme Fund', mark('confidential')), '.'))));
    const { parts, findings } = await letterProtection(firm.ctxAs('observer'), letterId);
    expect(parts).toEqual([{ sectionId, protection: 'confidential', what: 'words', nodeId: 'a', text: 'Acme Fund' }]);
    expect(findings).toEqual([]);
  });

  it('is told of with who wrote since, once the mark is gone: an error where not only legal took privilege off', async () => {
    const { letterId, sectionIds } = await makeLetter(firm, 1);
    const [sectionId = ''] = sectionIds;
    const held = doc(a(p('Counsel says ', text('we may be wrong', mark('privileged')))));
    const open = doc(a(p('Counsel says we may be wrong')));
    await writeText(firm.ctxAs('legal'), sectionId, held);
    await keepVersion(firm.ctxAs('legal'), letterId, { name: 'With the mark', note: '' });
    expect((await letterProtection(firm.ctxAs('legal'), letterId)).findings).toEqual([]);

    firm.setNow(new Date(TEST_NOW.getTime() + 60_000));
    await writeText(firm.ctxAs('legal'), sectionId, open);
    const byLegal = (await letterProtection(firm.ctxAs('legal'), letterId)).findings;
    expect(byLegal).toMatchObject([{ code: 'protection-removed', severity: 'warning', place: { sectionId, nodeId: 'a' } }]);
    expect(byLegal[0]?.message).toContain(firm.ctxAs('legal').actor.name);
    expect(byLegal[0]?.message).not.toContain('wrong');

    await writeText(firm.ctxAs('risk'), sectionId, doc(a(p('Counsel says we may be wrong, too'))));
    expect((await letterProtection(firm.ctxAs('legal'), letterId)).findings).toMatchObject([{ severity: 'error' }]);

    await keepVersion(firm.ctxAs('legal'), letterId, { name: 'Without it, on purpose', note: '' });
    expect((await letterProtection(firm.ctxAs('legal'), letterId)).findings).toEqual([]);
  });
});

describe('the request for confidential treatment', () => {
  it('is kept with the letter and on record, once for each change', async () => {
    const { letterId } = await makeLetter(firm, 1);
    const request = { ...readConfidentialRequest({}), name: 'Harbour & Lyle', telephone: '+1 212 555 0100' };
    await changeConfidentialRequest(firm.ctxAs('legal'), letterId, request);
    await changeConfidentialRequest(firm.ctxAs('legal'), letterId, request);
    expect((await letterProtection(firm.ctxAs('legal'), letterId)).request).toEqual(request);
    expect((await eventsOf(letterId)).map(({ type, data }) => [type, data])).toEqual([
      [
        'letter.confidential-request-changed',
        { before: { name: '', telephone: '' }, after: { name: 'Harbour & Lyle', telephone: '+1 212 555 0100' } },
      ],
    ]);
  });

  it('changes no more once the letter was filed', async () => {
    const { letterId } = await makeLetter(firm, 1);
    await database.db.letter.update({ where: { id: letterId }, data: { frozenAt: new Date() } });
    const changing = changeConfidentialRequest(firm.ctxAs('legal'), letterId, { ...readConfidentialRequest({}), name: 'X' });
    await expect(changing).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is drafted for each agency without the words, on record', async () => {
    const { letterId, sectionIds } = await makeLetter(firm, 1);
    const [sectionId = ''] = sectionIds;
    await writeText(firm.ctxAs('legal'), sectionId, doc(a(p('Lost by ', text('Acme Fund', mark('confidential')), '.'))));
    const { bytes, fileName } = await draftConfidentialRequest(firm.ctxAs('legal'), letterId, 'SEC', renderRequest);
    const words = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array).replace(/<[^>]*>/g, ' ');
    expect(fileName).toBe('confidential-treatment-request-sec.docx');
    expect(words).toContain('Mail Stop 2465');
    expect(words).toContain('[complete: ');
    expect(words).not.toContain('Acme');
    expect((await eventsOf(letterId)).map(({ type }) => type)).toEqual(['letter.confidential-request-drafted']);
  });
});
