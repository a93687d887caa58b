import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/policies/actor';
import { startThread } from '@/lib/services/comment/start-thread';
import { type BuildRequest, buildRequestSchema } from '@/lib/services/export/build-request';
import { exportLetter } from '@/lib/services/export/export-letter';
import { writeBuild } from '@/lib/services/export/render-letter';
import { updateFurniture } from '@/lib/services/letter/update-furniture';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { found } from '@/tests/support/hidden-letter';
import { makeLetter } from '@/tests/support/letter';
import { retype } from '@/tests/support/review';
import { doc, p, text } from '@/tests/support/section-body';

const OPEN = 'zqopen';
const CONFIDENTIAL = 'zqconfidential';
const PRIVILEGED = 'zqprivileged';
const COMMENT = 'zqcomment';
const COUNSEL = 'zqcounsel';
const ALL = [OPEN, CONFIDENTIAL, PRIVILEGED, COMMENT, COUNSEL];

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  ({ letterId } = await makeLetter(firm, 1));
  const { id } = await database.db.section.findFirstOrThrow({ where: { letterId, kind: 'question' } });
  await retype(firm, id, doc(p(`First, ${PRIVILEGED}.`)));
  await exported({ build: 'clean' });
  const marked = (words: string, protection: string) => text(words, { type: 'protectedText', attrs: { protection } });
  await retype(firm, id, doc(p(`${OPEN} `, marked(CONFIDENTIAL, 'confidential'), ' and ', marked(PRIVILEGED, 'privileged'), '.')));
  await updateFurniture(firm.ctxAs('legal'), letterId, {
    addressees: [
      { agency: 'Commodity Futures Trading Commission', lines: ['Zqcftc Street'] },
      { agency: 'Securities and Exchange Commission', lines: ['Zqsec Street'] },
    ],
  });
  const thread = { sectionId: id, anchor: { kind: 'section' } as const, mentions: [], assigneeId: null };
  await startThread(firm.ctxAs('legal'), letterId, { ...thread, text: COMMENT, privileged: false });
  await startThread(firm.ctxAs('legal'), letterId, { ...thread, text: COUNSEL, privileged: true });
});
afterAll(() => database.drop());

const exported = (request: Partial<BuildRequest> & Pick<BuildRequest, 'build'>, role: Role = 'legal') =>
  exportLetter(
    firm.ctxAs(role),
    { letterId, request: buildRequestSchema.parse(request), overrideReason: 'For a test', overrides: {} },
    writeBuild,
  );

describe('a build', () => {
  it.each([
    [{ build: 'clean' }, [OPEN, CONFIDENTIAL]],
    [{ build: 'confidential' }, [OPEN, CONFIDENTIAL]],
    [{ build: 'public' }, [OPEN]],
    [{ build: 'redline', against: 1 }, [OPEN, CONFIDENTIAL]],
    [{ build: 'review' }, [OPEN, CONFIDENTIAL, COMMENT]],
    [{ build: 'review', privileged: true }, ALL],
  ] as const)('%j holds %j', async (request, words) => {
    expect(found((await exported(request)).bytes, ALL)).toEqual(words);
  });

  it.each([
    ['CFTC', ['Zqcftc']],
    ['SEC', ['Zqsec']],
    [null, ['Zqcftc', 'Zqsec']],
  ] as const)('for %s is addressed to %j', async (agency, addressees) => {
    expect(found((await exported({ build: 'clean', agency })).bytes, ['Zqcftc', 'Zqsec'])).toEqual(addressees);
  });

  it('that is a redline names nobody, and tracks what is different', async () => {
    const { bytes } = await exported({ build: 'redline', against: 1 });
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    expect(document).toMatch(/<w:ins [^>]*w:author="Redline"/);
    expect(document).toContain('<w:delText');
    expect([...document.matchAll(/w:author="([^"]*)"/g)].every(([, author]) => author === 'Redline')).toBe(true);
  });

  it('with what is privileged is for legal alone, and on record', async () => {
    await expect(exported({ build: 'review', privileged: true }, 'administrator')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const event = await database.db.auditEvent.findFirst({
      where: { type: 'letter.exported', subjectId: letterId, data: { path: ['options', 'privileged'], equals: true } },
    });
    expect(event?.data).toMatchObject({ build: 'review', options: { privileged: true } });
  });

  it.each([
    ['a redline against nothing', { build: 'redline' }],
    ['a clean file against a version', { build: 'clean', against: 1 }],
    ['a public file with what is privileged', { build: 'public', privileged: true }],
  ])('%s is no request', (_what, request) => {
    expect(buildRequestSchema.safeParse(request).success).toBe(false);
  });

  it('against a version that is not there is not found', async () => {
    await expect(exported({ build: 'redline', against: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
