import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildRequest } from '@/lib/services/export/build-request';
import { exportLetter, type LetterWriter } from '@/lib/services/export/export-letter';
import { listExports } from '@/lib/services/export/list-exports';
import { openExport } from '@/lib/services/export/open-export';
import { writeBuild } from '@/lib/services/export/render-letter';
import { readStoredFile } from '@/lib/services/file/read-stored-file';
import { updateFurniture } from '@/lib/services/letter/update-furniture';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';

const write: LetterWriter = writeBuild;
const CLEAN: BuildRequest = { build: 'clean', agency: null, against: null, privileged: false };
const DESPITE = 'Shown to the board';

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  ({ letterId } = await makeLetter(firm, 1));
});
afterAll(() => database.drop());

const exported = (overrideReason: string | null = DESPITE, writer = write) =>
  exportLetter(firm.ctxAs('legal'), { letterId, request: CLEAN, overrideReason, overrides: {} }, writer);

describe('an export', () => {
  it('is refused with its findings while a check forbids it, and nothing is kept', async () => {
    const codes = await exported(null).catch((error) => error.details.findings.map((finding: { code: string }) => finding.code));
    expect(codes).toEqual(['signatory-missing', 'question-open']);
    expect(await listExports(firm.ctxAs('legal'), letterId)).toEqual([]);
  });

  it('goes on with a reason, which the audit log keeps with what was found', async () => {
    const { exportId, sha256 } = await exported();
    const event = await database.db.auditEvent.findFirst({ where: { type: 'letter.exported', subjectId: letterId } });
    expect(event?.data).toMatchObject({ exportId, sha256, overrideReason: DESPITE, findings: expect.arrayContaining(['question-open']) });
  });

  it('of the same text is the same version and the same bytes', async () => {
    const [first, second] = [await exported(), await exported()];
    expect(second.snapshotNumber).toBe(first.snapshotNumber);
    expect(second.sha256).toBe(first.sha256);
  });

  it('of a changed letter is a new version', async () => {
    const before = await exported();
    await updateFurniture(firm.ctxAs('legal'), letterId, { salutation: 'Dear Commissioners:' });
    expect((await exported()).snapshotNumber).toBe(before.snapshotNumber + 1);
  });

  it('gives the bytes back as they were written, and notes who opened them', async () => {
    const { exportId, bytes } = await exported();
    const { fileId } = await openExport(firm.ctxAs('legal'), exportId);
    const parts: Uint8Array[] = [];
    for await (const part of readStoredFile(database.db, fileId)) parts.push(part);
    expect(Buffer.concat(parts).equals(Buffer.from(bytes))).toBe(true);
    expect(await database.db.auditEvent.count({ where: { type: 'letter.export-opened' } })).toBe(1);
  });

  it('that would carry a comment is not kept', async () => {
    const spoiled: LetterWriter = async () => ({
      leftOut: [],
      bytes: zipSync({
        '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        'word/document.xml': strToU8(
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>privileged</w:t></w:r></w:p></w:body></w:document>',
        ),
      }),
    });
    const before = (await listExports(firm.ctxAs('legal'), letterId)).length;
    await expect(exported(DESPITE, spoiled)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await listExports(firm.ctxAs('legal'), letterId)).toHaveLength(before);
  });

  it('is for legal and administrators, and another firm finds nothing', async () => {
    const { exportId } = await exported();
    for (const role of ['risk', 'approver', 'observer', 'outside-counsel'] as const) {
      await expect(
        exportLetter(firm.ctxAs(role), { letterId, request: CLEAN, overrideReason: DESPITE, overrides: {} }, write),
      ).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(openExport(firm.ctxAs(role), exportId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const other = await makeFirm(database.db, 'Another firm');
    await expect(openExport(other.ctxAs('legal'), exportId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
