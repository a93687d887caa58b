import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/core/errors';
import { questionsOf } from '@/lib/request/questions-of';
import { SAMPLE_REQUEST_XML } from '@/lib/sample/sample-request';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { readStoredFile } from '@/lib/services/file/read-stored-file';
import { compareRequestVersions } from '@/lib/services/request/compare-request-versions';
import { correctOutline } from '@/lib/services/request/correct-outline';
import { getRequest } from '@/lib/services/request/get-request';
import { getRequestVersion } from '@/lib/services/request/get-request-version';
import { importByNumber } from '@/lib/services/request/import-by-number';
import { importRequest } from '@/lib/services/request/import-request';
import { listRequests } from '@/lib/services/request/list-requests';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { asApiJson, asText, asXml } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

let database: TestDatabase;
let firm: TestFirm;
let legal: ServiceContext;
let stranger: ServiceContext;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  legal = firm.ctxAs('legal');
  stranger = (await makeFirm(database.db, 'Another Firm LLC')).ctxAs('legal');
});

const bytes = (text: string) => new TextEncoder().encode(text);
const XML = asXml(SAMPLE_REQUEST);
const importText = (text: string, more: Partial<Parameters<typeof importRequest>[1]> = {}) =>
  importRequest(legal, { bytes: bytes(text), fileName: 'release.xml', ...more });
const refusal = async (doing: Promise<unknown>) =>
  doing.then(
    () => expect.fail('this should have been refused'),
    (error: AppError) => error,
  );
const events = () => database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } });

describe('importing a request', () => {
  it('keeps the document as version 1, the file as it came, and an event', async () => {
    const imported = await importText(XML);
    expect(imported).toMatchObject({ number: 1, unchanged: false, questions: 12 });
    const version = await getRequestVersion(legal, imported.versionId);
    expect(version).toMatchObject({ number: 1, origin: 'xml', document: { title: SAMPLE_REQUEST.title } });
    expect(questionsOf(version.document)).toHaveLength(12);
    const kept: Uint8Array[] = [];
    for await (const part of readStoredFile(database.db, version.fileId ?? '')) kept.push(part);
    expect(new TextDecoder().decode(kept[0])).toBe(XML);
    expect(await events()).toMatchObject([
      { type: 'request.imported', subjectId: imported.requestId, data: { number: 1, questions: 12, format: 'xml' } },
    ]);
  });

  it('adds another form of the same document as a version of the same request', async () => {
    const first = await importText(XML);
    const second = await importText(asText(SAMPLE_REQUEST), { fileName: 'release.txt' });
    expect(second).toMatchObject({ requestId: first.requestId, number: 2, unchanged: false });
    expect((await compareRequestVersions(legal, first.versionId, second.versionId)).counts).toEqual({
      added: 0,
      removed: 0,
      changed: 0,
      moved: 0,
    });
  });

  it('adds nothing when the same file comes again', async () => {
    const first = await importText(XML);
    expect(await importText(XML)).toMatchObject({ versionId: first.versionId, unchanged: true });
    expect((await getRequest(legal, first.requestId)).versions).toHaveLength(1);
    expect(await events()).toHaveLength(1);
  });

  it('shows a correction as a difference to the version before', async () => {
    const first = await importText(XML);
    const corrected = await importText(XML.replace('Which period should it cover?', 'Which five years should it cover?'), {
      requestId: first.requestId,
    });
    const { questions, counts } = await compareRequestVersions(legal, first.versionId, corrected.versionId);
    expect(counts).toEqual({ added: 0, removed: 0, changed: 1, moved: 0 });
    expect(questions.find(({ kind }) => kind === 'changed')?.after?.question.key).toBe('II.B/2');
  });

  it('binds a document to the catalogue by its number alone, and refuses the wrong entry', async () => {
    const known = asXml({ ...SAMPLE_REQUEST, number: '2020-23928' });
    const imported = await importText(known);
    expect((await getRequest(legal, imported.requestId)).catalogueKey).toBe('uncleared-portfolio-margining-2020');
    expect(await refusal(importText(known, { catalogueKey: 'portfolio-margining-2026' }))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusal(importText(XML, { catalogueKey: 'nonsense' }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('keeps nothing of a file that cannot be read, and says line and problem', async () => {
    const error = await refusal(importText('<!DOCTYPE a [<!ENTITY x "y">]>\n<PRORULE>&x;</PRORULE>'));
    expect(error).toMatchObject({ code: 'UNREADABLE_FILE', details: { problems: [{ code: 'xml-doctype', line: 1 }] } });
    expect(error.message).toMatch(/^Line 1: /);
    expect(await listRequests(legal)).toEqual([]);
    expect(await database.db.storedFile.count({ where: { firmId: firm.firmId } })).toBe(0);
  });

  it('lists the documents of a daily issue, and takes the one that is chosen', async () => {
    const bare = (xml: string) => xml.replace(/^<\?xml[^>]*\?>\n/, '');
    const issue = `<FEDREG><VOL>91</VOL><DATE>Wednesday, July 1, 2026</DATE>${bare(XML)}${bare(SAMPLE_REQUEST_XML)}</FEDREG>`;
    const error = await refusal(importText(issue));
    expect(error.details.documents).toMatchObject([{ number: '2026-99901' }, { number: '2026-99999' }]);
    expect(await importText(issue, { documentNumber: '2026-99999' })).toMatchObject({ number: 1, questions: 12 });
  });

  it('reads a large file off the event loop with the same result', async () => {
    const filler = '<P>The agencies describe what is known at some length here.</P>'.repeat(20_000);
    const imported = await importText(XML.replace('<SIG>', `${filler}<SIG>`));
    expect(imported).toMatchObject({ questions: 12, number: 1 });
  });

  it('is for legal and administrators', async () => {
    for (const role of ['risk', 'approver', 'observer', 'outside-counsel'] as const) {
      expect(await refusal(importRequest(firm.ctxAs(role), { bytes: bytes(XML), fileName: '' }))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await importRequest(firm.ctxAs('administrator'), { bytes: bytes(XML), fileName: '' })).toMatchObject({ number: 1 });
  });

  it('stays inside the firm', async () => {
    const imported = await importText(XML);
    expect(await listRequests(stranger)).toEqual([]);
    expect(await refusal(getRequest(stranger, imported.requestId))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(getRequestVersion(stranger, imported.versionId))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(importRequest(stranger, { bytes: bytes(XML), fileName: '', requestId: imported.requestId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await importRequest(stranger, { bytes: bytes(XML), fileName: '' })).toMatchObject({ number: 1, unchanged: false });
  });

  it('is listed with what a person looks for', async () => {
    const imported = await importText(XML);
    expect(await listRequests(legal)).toEqual([
      {
        id: imported.requestId,
        title: SAMPLE_REQUEST.title,
        catalogueKey: null,
        citation: '91 FR 990001',
        agencies: SAMPLE_REQUEST.agencies,
        commentsClose: '2026-08-31',
        questionCount: 12,
        versionCount: 1,
        latestVersionId: imported.versionId,
        latestVersionNumber: 1,
        letterCount: 0,
        createdAt: '2026-07-01T14:00:00.000Z',
      },
    ]);
  });

  it('refuses a version whose stored text was changed behind its back', async () => {
    const { versionId } = await importText(XML);
    await database.db.requestVersion.update({ where: { id: versionId }, data: { content: { title: 'forged' } } });
    expect(await refusal(getRequestVersion(legal, versionId))).toMatchObject({ code: 'INTERNAL' });
  });
});

describe('correcting an outline', () => {
  it('makes a new version, leaves the old one, and says in the log what changed', async () => {
    const { requestId, versionId } = await importText(XML);
    const saved = await correctOutline(legal, {
      requestId,
      fromVersionId: versionId,
      edits: [
        { kind: 'merge-question', question: 'II.E/n2' },
        { kind: 'edit-question', question: 'II.E/n1', number: '13', text: 'Would it favor anybody?', parts: [] },
      ],
      note: 'one question, not two',
    });
    expect(saved.number).toBe(2);
    expect(questionsOf((await getRequestVersion(legal, saved.versionId)).document).at(-1)).toMatchObject({
      key: 'II.E/13',
      label: 'Question 13',
    });
    expect(questionsOf((await getRequestVersion(legal, versionId)).document)).toHaveLength(12);
    expect((await events()).at(-1)).toMatchObject({
      type: 'request.outline-corrected',
      data: { number: 2, fromVersionId: versionId, note: 'one question, not two' },
    });
    expect((await getRequest(legal, requestId)).versions).toMatchObject([
      { number: 2, origin: 'outline', createdBy: 'Legal Member', questionCount: 11 },
      { number: 1, origin: 'xml' },
    ]);
  });

  it('refuses corrections of a version that is no longer the latest', async () => {
    const { requestId, versionId } = await importText(XML);
    await importText(asText(SAMPLE_REQUEST));
    const edits = [{ kind: 'delete-question', question: 'II.A/1' } as const];
    expect(await refusal(correctOutline(legal, { requestId, fromVersionId: versionId, edits, note: '' }))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('keeps nothing when one of several corrections is not possible', async () => {
    const { requestId, versionId } = await importText(XML);
    const edits = [{ kind: 'delete-question', question: 'II.A/1' } as const, { kind: 'delete-question', question: 'II.A/77' } as const];
    expect(await refusal(correctOutline(legal, { requestId, fromVersionId: versionId, edits, note: '' }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'There is no question II.A/77 in this outline.',
    });
    expect((await getRequest(legal, requestId)).versions).toHaveLength(1);
  });

  it('is for legal and administrators, inside the firm', async () => {
    const { requestId, versionId } = await importText(XML);
    const input = { requestId, fromVersionId: versionId, edits: [{ kind: 'delete-question', question: 'II.A/1' } as const], note: '' };
    expect(await refusal(correctOutline(firm.ctxAs('risk'), input))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(correctOutline(stranger, input))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('importing by document number', () => {
  const answers = (urls: Record<string, string | number>) => {
    const asked: string[] = [];
    const fetchFrom = async (url: string) => {
      asked.push(url);
      const answer = urls[new URL(url).pathname];
      if (answer === undefined) throw new TypeError('fetch failed');
      return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
    };
    return { asked, fetchFrom };
  };
  const JSON_PATH = '/api/v1/documents/2026-99901.json';

  it('fetches the API’s JSON and the text it points to, and imports both together', async () => {
    const { asked, fetchFrom } = answers({
      [JSON_PATH]: asApiJson(SAMPLE_REQUEST),
      '/documents/full_text/xml/2026/07/01/2026-99901.xml': XML,
    });
    const imported = await importByNumber(legal, { number: ' 2026–99901 ' }, fetchFrom);
    expect(imported).toMatchObject({ number: 1, questions: 12 });
    expect((await getRequestVersion(legal, imported.versionId)).document.dates.published).toBe('2026-07-01');
    expect(asked.every((url) => url.startsWith('https://www.federalregister.gov/'))).toBe(true);
  });

  it('asks no other host, wherever the JSON points', async () => {
    const elsewhere = asApiJson(SAMPLE_REQUEST).replace(
      'https://www.federalregister.gov/documents/full_text/xml',
      'http://169.254.169.254/documents/full_text/xml',
    );
    const { asked, fetchFrom } = answers({ [JSON_PATH]: elsewhere });
    const imported = await importByNumber(legal, { number: '2026-99901' }, fetchFrom);
    expect(imported.warnings.map(({ code }) => code)).toContain('no-text');
    expect(asked).toEqual(['https://www.federalregister.gov/api/v1/documents/2026-99901.json']);
  });

  it.each([
    ['../../etc/passwd', 'INVALID_INPUT'],
    ['2026-99901.json?x=1', 'INVALID_INPUT'],
    ['http://example.test/', 'INVALID_INPUT'],
    ['', 'INVALID_INPUT'],
  ])('asks nobody about %j', async (number, code) => {
    const { asked, fetchFrom } = answers({});
    expect(await refusal(importByNumber(legal, { number }, fetchFrom))).toMatchObject({ code });
    expect(asked).toEqual([]);
  });

  it('says clearly that there is no network, no such document, or no API', async () => {
    expect(await refusal(importByNumber(legal, { number: '2026-99901' }, answers({}).fetchFrom))).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/cannot be reached.*upload the file/),
    });
    expect(await refusal(importByNumber(legal, { number: '2026-99901' }, answers({ [JSON_PATH]: 404 }).fetchFrom))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(importByNumber(legal, { number: '2026-99901' }, answers({ [JSON_PATH]: 503 }).fetchFrom))).toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(
      await refusal(importByNumber(legal, { number: '2026-99901' }, answers({ [JSON_PATH]: '<html>captive portal</html>' }).fetchFrom)),
    ).toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(await listRequests(legal)).toEqual([]);
  });
});
