import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/core/hash';
import type { Manifest } from '@/lib/letter/submission/manifest';
import { buildRequestSchema } from '@/lib/services/export/build-request';
import { exportLetter } from '@/lib/services/export/export-letter';
import { writeBuild } from '@/lib/services/export/render-letter';
import { openFork } from '@/lib/services/fork/open-fork';
import { updateFurniture } from '@/lib/services/letter/update-furniture';
import { moveToReview } from '@/lib/services/review/move-to-review';
import { appendRoomUpdates } from '@/lib/services/room/append-room-updates';
import { addSection } from '@/lib/services/section/add-section';
import { moveSection } from '@/lib/services/section/move-section';
import { updateSection } from '@/lib/services/section/update-section';
import { addSource } from '@/lib/services/source/add-source';
import { changeSource } from '@/lib/services/source/change-source';
import { listSubmissions } from '@/lib/services/submission/list-submissions';
import { makePackage } from '@/lib/services/submission/make-package';
import { recordSubmission } from '@/lib/services/submission/record-submission';
import { renderPackage } from '@/lib/services/submission/render-package';
import { unfreezeLetter } from '@/lib/services/submission/unfreeze-letter';
import { restoreVersion } from '@/lib/services/version/restore-version';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { found } from '@/tests/support/hidden-letter';
import { makeLetter } from '@/tests/support/letter';
import { retype } from '@/tests/support/review';
import { doc, p, text } from '@/tests/support/section-body';

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
let sectionId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  ({ letterId } = await makeLetter(firm, 1));
  sectionId = (await database.db.section.findFirstOrThrow({ where: { letterId, kind: 'question' } })).id;
  await retype(firm, sectionId, 'We agree.');
});

const legal = () => firm.ctxAs('legal');
const DESPITE = { overrideReason: 'Filed as a draft', overrides: {} };
const SENT = { agency: 'SEC', channel: 'rule-comments@sec.gov', submittedAt: '2026-06-30T20:00:00Z', receipt: 'R-17', note: '' } as const;
const packaged = () => makePackage(legal(), { letterId, ...DESPITE }, renderPackage);
const file = (exportId: string | null = null) => recordSubmission(legal(), letterId, { ...SENT, exportId });
const events = (type: string) => database.db.auditEvent.findMany({ where: { firmId: firm.firmId, type }, orderBy: { sequence: 'asc' } });

describe('a submission package', () => {
  it('holds a letter and a checklist for each agency, and a manifest that fits every file', async () => {
    const { bytes } = await packaged();
    const parts = unzipSync(bytes);
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] as Uint8Array)) as Manifest;
    expect(manifest.files.map(({ what, agency, holds }) => `${what} ${agency} ${holds}`)).toEqual([
      'the letter CFTC public',
      'the checklist CFTC working paper',
      'the letter SEC public',
      'the checklist SEC working paper',
    ]);
    for (const { path, sha256, size } of manifest.files) {
      expect([sha256Hex(parts[path] as Uint8Array), parts[path]?.length]).toEqual([sha256, size]);
      expect(strFromU8(parts['manifest.txt'] as Uint8Array)).toContain(sha256);
    }
    expect(Object.keys(parts)).toHaveLength(manifest.files.length + 2);
  });

  it('has the same bytes for the same letter', async () => {
    expect((await packaged()).sha256).toBe((await packaged()).sha256);
  });

  it('is kept with the letter, and every check that was passed over is on record', async () => {
    const { exportId, findings } = await packaged();
    expect(await database.db.export.findUniqueOrThrow({ where: { id: exportId } })).toMatchObject({ build: 'package', letterId });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    const overridden = await events('letter.check-overridden');
    expect(overridden.map(({ data }) => data)).toEqual(
      errors.map(({ code, place }) => ({ code, sectionId: place.sectionId, nodeId: place.nodeId, reason: DESPITE.overrideReason })),
    );
  });

  it('is refused where a check stands and nobody gave a reason for it', async () => {
    const given = { letterId, overrideReason: null, overrides: { 'signatory-missing': 'Signed by hand' } };
    const codes = await makePackage(legal(), given, renderPackage).catch((error) =>
      error.details.findings.map((each: { code: string }) => each.code),
    );
    expect(codes).toEqual(['question-open']);
    expect(await events('letter.check-overridden')).toEqual([]);
  });

  it('parts what is confidential from what is public, and leaves out what is privileged', async () => {
    const marked = (words: string, protection: string) => text(words, { type: 'protectedText', attrs: { protection } });
    await retype(
      firm,
      sectionId,
      doc(p('Open words. ', marked('zqsecretspread', 'confidential'), ' and ', marked('zqcounselsaid', 'privileged'))),
    );
    const { bytes } = await packaged();
    const parts = unzipSync(bytes);
    const public_ = Object.keys(parts).filter((path) => !path.startsWith('confidential/'));
    expect(public_.filter((path) => path.startsWith('public/')).length).toBe(4);
    for (const path of Object.keys(parts)) {
      const isZip = path.endsWith('.docx') || path.endsWith('.xlsx');
      const hits = isZip ? found(parts[path] as Uint8Array, ['zqsecretspread', 'zqcounselsaid']) : [];
      expect([path, hits]).toEqual([path, path.startsWith('confidential/') ? ['zqsecretspread'] : []]);
      if (!isZip) expect(strFromU8(parts[path] as Uint8Array)).not.toMatch(/zqsecretspread|zqcounselsaid/);
    }
  });
});

describe('a submission', () => {
  it('is on record with its receipt, and freezes the letter', async () => {
    const { exportId, snapshotNumber } = await packaged();
    await file(exportId);
    const { submissions, frozenAt, rights } = await listSubmissions(firm.ctxAs('observer'), letterId);
    expect(submissions).toMatchObject([{ ...SENT, submittedAt: '2026-06-30T20:00:00.000Z', snapshotNumber, exportId }]);
    expect(frozenAt).not.toBeNull();
    expect([rights.record.allowed, rights.unfreeze.allowed]).toEqual([false, false]);
    expect((await events('letter.submitted')).length + (await events('letter.frozen')).length).toBe(2);
  });

  it('to the second agency freezes nothing again', async () => {
    await file();
    await recordSubmission(legal(), letterId, { ...SENT, agency: 'CFTC', exportId: null });
    expect(await events('letter.frozen')).toHaveLength(1);
    expect(await events('letter.submitted')).toHaveLength(2);
  });

  it('is recorded once, also where the button was pressed twice', async () => {
    const outcomes = await Promise.allSettled([file(), file()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(file()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await listSubmissions(legal(), letterId)).submissions).toHaveLength(1);
  });

  it('of the same file goes to the second agency too, after a source was mended that it cites', async () => {
    const fields = { title: '17', section: '240.15c3-1' };
    const source = await addSource(legal(), { kind: 'cfr', fields });
    const citation = { type: 'citation', attrs: { sourceId: source.id, nodeId: randomUUID() } };
    await retype(firm, sectionId, doc(p('We agree with ', citation, '.')));
    const { exportId } = await packaged();
    await file(exportId);
    await changeSource(legal(), source.id, { ...fields, year: '2026' });
    await recordSubmission(legal(), letterId, { ...SENT, agency: 'CFTC', exportId });
    expect((await listSubmissions(legal(), letterId)).submissions.map(({ agency }) => agency).sort()).toEqual(['CFTC', 'SEC']);
  });

  it('of a file for the other agency is refused', async () => {
    const request = buildRequestSchema.parse({ build: 'clean', agency: 'CFTC' });
    const { exportId } = await exportLetter(legal(), { letterId, request, ...DESPITE }, writeBuild);
    await expect(file(exportId)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('lets nobody change anything of the letter', async () => {
    const update = new Uint8Array([0, 0]);
    await file();
    const { generation } = await database.db.section.findUniqueOrThrow({ where: { id: sectionId } });
    const forbidden = expect.objectContaining({ code: 'FORBIDDEN' });
    for (const act of [
      () => updateFurniture(legal(), letterId, { salutation: 'Dear all:' }),
      () => updateSection(legal(), sectionId, { title: 'Another' }),
      () => updateSection(legal(), sectionId, { coverage: 'declined' }),
      () => moveSection(legal(), sectionId, 0),
      () => addSection(legal(), { letterId, kind: 'annex', title: 'More', afterSectionId: null }),
      () => restoreVersion(legal(), { letterId, number: 1 }),
      () => moveToReview(legal(), { sectionId, to: 'in-review' }),
      () => openFork(firm.ctxAs('outside-counsel'), sectionId),
    ]) {
      await expect(act()).rejects.toEqual(forbidden);
    }
    const written = { sectionId, firmId: firm.firmId, generation, update, memberId: legal().actor.memberId, at: legal().clock() };
    expect(await appendRoomUpdates(database.db, [written])).toEqual(['signed']);
  });

  it('is undone by a reason of legal or an administrator, and not by others', async () => {
    await file();
    await expect(unfreezeLetter(firm.ctxAs('risk'), letterId, 'Please')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(unfreezeLetter(legal(), letterId, '  ')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await unfreezeLetter(legal(), letterId, 'A supplement follows.');
    await updateFurniture(legal(), letterId, { salutation: 'Dear all:' });
    expect((await events('letter.unfrozen')).map(({ data }) => data)).toEqual([{ reason: 'A supplement follows.' }]);
    await expect(unfreezeLetter(legal(), letterId, 'Again')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('of a file of a letter that changed since is refused, and nothing is frozen', async () => {
    const { exportId } = await packaged();
    await retype(firm, sectionId, 'We do not agree.');
    await expect(file(exportId)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await listSubmissions(legal(), letterId)).frozenAt).toBeNull();
  });

  it.each([
    ['a time to come', () => ({ submittedAt: '2026-08-01T00:00:00Z' }), 'INVALID_INPUT'],
    ['a file that is not there', () => ({ exportId: randomUUID() }), 'NOT_FOUND'],
  ])('with %s is refused', async (_what, wrong, code) => {
    await expect(recordSubmission(legal(), letterId, { ...SENT, exportId: null, ...wrong() })).rejects.toMatchObject({ code });
    expect((await listSubmissions(legal(), letterId)).submissions).toEqual([]);
  });

  it('of another firm’s letter is not found', async () => {
    const other = await makeFirm(database.db, 'Another Firm LLC');
    await expect(recordSubmission(other.ctxAs('legal'), letterId, { ...SENT, exportId: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(listSubmissions(other.ctxAs('legal'), letterId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(unfreezeLetter(other.ctxAs('legal'), letterId, 'Why not')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
