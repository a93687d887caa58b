import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterContent } from '@/lib/letter/letter-content';
import { uniqueIdentities } from '@/lib/letter/schema/unique-identities';
import { ROLES } from '@/lib/policies/actor';
import { compareVersions, versionChoice } from '@/lib/services/version/compare-versions';
import { keepVersion } from '@/lib/services/version/keep-version';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { doc, fig, letter, number, p, percentage, resolved, section, uuid } from '@/tests/support/letters';
import { writeText } from './write-text';

let database: TestDatabase;
let firm: TestFirm;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
afterAll(() => database.drop());

/** A letter's content with one figure of a run. */
function withFigure(runNumber: number, value: string): LetterContent {
  const runId = uuid(runNumber);
  const figure = resolved(uuid(901), 'Saving as a share', number(value, { ...percentage, decimals: 2 }), runId);
  const body = uniqueIdentities(doc(p('Saving: ', fig(uuid(901), { runId, nodeId: 'share' }))), 'a');
  return letter([section('summary', 'Summary', body)], [{ ...figure, source: { ...figure.source, runNumber } }]);
}

async function store(letterId: string, version: number, content: LetterContent, hash = contentHash(content)): Promise<void> {
  const ctx = firm.ctxAs('legal');
  await database.db.letterSnapshot.create({
    data: {
      ...{ id: ctx.ids(), firmId: firm.firmId, letterId, number: version, contentHash: hash, createdAt: ctx.clock() },
      content: content as unknown as Prisma.InputJsonObject,
    },
  });
}

describe('comparing versions', () => {
  it('says of a figure both values and both runs, whoever of the firm asks', async () => {
    const { letterId } = await makeLetter(firm, 1);
    await store(letterId, 1, withFigure(12, '0.053'));
    await store(letterId, 2, withFigure(15, '0.0541'));
    for (const role of ROLES) {
      const { comparison } = await compareVersions(firm.ctxAs(role), letterId, { from: 1, to: 2 });
      expect(comparison.figures).toMatchObject([{ name: 'Saving as a share', words: '5.30% → 5.41%, run 12 → 15' }]);
    }
  });

  it('takes the letter as it stands, keystrokes that are not folded yet included', async () => {
    const legal = firm.ctxAs('legal');
    const { letterId, sectionIds } = await makeLetter(firm, 1);
    await keepVersion(legal, letterId, { name: 'Kept', note: '' });
    await writeText(legal, sectionIds[0] as string, doc(p('Typed just now.')));
    const { comparison } = await compareVersions(legal, letterId, { from: 1, to: 'now' });
    expect(comparison.sections.filter(({ status }) => status !== 'same').map(({ sectionId }) => sectionId)).toEqual([sectionIds[0]]);
    expect(
      (await compareVersions(legal, letterId, { from: 'now', to: 'now' })).comparison.sections.every(({ status }) => status === 'same'),
    ).toBe(true);
  });

  it('refuses a damaged version and one that is not there', async () => {
    const { letterId } = await makeLetter(firm, 1);
    await store(letterId, 1, withFigure(12, '0.053'), 'f'.repeat(64));
    await expect(compareVersions(firm.ctxAs('legal'), letterId, { from: 1, to: 'now' })).rejects.toMatchObject({ code: 'CHECK_FAILED' });
    await expect(compareVersions(firm.ctxAs('legal'), letterId, { from: 'now', to: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['12', 12],
    ['now', 'now'],
  ])('reads “%s” as a version', (text, expected) => expect(versionChoice(text)).toBe(expected));

  it.each(['0', '-1', '1.5', 'last', ''])('reads “%s” as none', (text) => expect(() => versionChoice(text)).toThrow(/no version/));
});
