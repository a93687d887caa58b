import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdrawFigure } from '@/lib/services/figure/withdraw-figure';
import { getSectionReview } from '@/lib/services/review/get-section-review';
import { signSection } from '@/lib/services/review/sign-section';
import { withdrawRun } from '@/lib/services/run/withdraw-run';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { retype, send, shownHash, signWhole, standings } from '@/tests/support/review';
import { doc, figureNumber, p } from '@/tests/support/section-body';

let database: TestDatabase;
let firm: TestFirm;
let withFigure: string;
let without: string;
let figureId: string;
let runId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  const { sectionIds } = await makeLetter(firm, 2);
  [withFigure, without] = [sectionIds[0]!, sectionIds[1]!];
  ({ figureId, runId } = await publishedFigure());
  await retype(firm, withFigure, doc(p('It saves ', figureNumber({ figureId, runId, path: 'x', nodeId: randomUUID() }), '.')));
  await retype(firm, without, 'No figure here.');
  for (const section of [withFigure, without]) await signWhole(firm, section);
  firm.setNow(new Date(TEST_NOW.getTime() + 60_000));
});

const both = async () => [await standings(firm, withFigure), await standings(firm, without)];
const stateOf = async (id: string) => (await database.db.section.findUniqueOrThrow({ where: { id } })).state;
const SIGNED = { legal: 'signed', risk: 'signed' };
const FALLEN = { legal: 'fallen', risk: 'fallen' };

describe('withdrawing', () => {
  it.each([
    ['a figure', () => withdrawFigure(firm.ctxAs('risk'), { figureId, reason: 'Wrong prices.' })],
    ['a run', () => withdrawRun(firm.ctxAs('risk'), { runId, reason: 'Wrong prices.' })],
  ])('%s voids the signatures on sections that show it, and no others', async (_what, withdraw) => {
    expect(await both()).toEqual([SIGNED, SIGNED]);
    await withdraw();
    expect(await both()).toEqual([FALLEN, SIGNED]);
    expect([await stateOf(withFigure), await stateOf(without)]).toEqual(['in-review', 'signed']);
    const { fell } = (await getSectionReview(firm.ctxAs('legal'), withFigure)).standings[0]!.decision!;
    expect(fell).toMatchObject({ summary: '1 figure withdrawn', by: ['Risk Member'], figures: [{ name: 'Saving', kind: 'withdrawn' }] });
    expect(await database.db.signOff.count({ where: { sectionId: withFigure, voidedAt: null } })).toBe(0);
    expect(await database.db.notification.count({ where: { kind: 'signature-voided', sectionId: withFigure } })).toBe(2);
  });

  it('and signing at the same moment leave no signature standing on what was withdrawn', async () => {
    const { figureId: other, runId: otherRun } = await publishedFigure();
    await database.db.section.updateMany({ where: { id: without }, data: { state: 'drafting' } });
    await retype(firm, without, doc(p(figureNumber({ figureId: other, runId: otherRun, path: 'x', nodeId: randomUUID() }))));
    await send(firm, without);
    const contentHash = await shownHash(firm, without);
    const withdraw = withdrawFigure(firm.ctxAs('risk'), { figureId: other, reason: 'Wrong.' });
    await Promise.allSettled([signSection(firm.ctxAs('legal'), { sectionId: without, capacity: 'legal', contentHash }), withdraw]);
    await withdraw;
    expect((await standings(firm, without)).legal).not.toBe('signed');
    const [last] = await database.db.signOff.findMany({ where: { sectionId: without, capacity: 'legal' }, orderBy: { at: 'desc' } });
    expect(last?.voidedAt).not.toBeNull();
  });
});

/** A figure of 68.7 million that was published from run 12 of an analysis. */
async function publishedFigure(): Promise<{ figureId: string; runId: string }> {
  const { firmId } = firm;
  const by = { createdById: firm.memberId('risk'), createdAt: TEST_NOW };
  const [portfolioId, analysisId, run, figure] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const { db } = database;
  await db.portfolio.create({
    data: {
      ...{ id: portfolioId, firmId, name: 'P', asOf: TEST_NOW, calculationCurrency: 'USD', format: 'positions', contentHash: 'x' },
      ...{ importReport: {}, positionCount: 0, ...by },
    },
  });
  await db.analysis.create({
    data: { id: analysisId, firmId, name: 'A', portfolioId, baseline: 'b', alternatives: [], updatedAt: TEST_NOW, ...by },
  });
  await db.run.create({
    data: {
      id: run,
      firmId,
      analysisId,
      number: 12,
      status: 'done',
      description: {},
      inputsHash: 'x',
      engine: '1',
      report: { asOf: '2026-06-30' },
      ...by,
    },
  });
  await db.figure.create({ data: { id: figure, firmId, analysisId, name: 'Saving', kind: 'number', path: 'x', ...by } });
  const value = { kind: 'number', value: '68700000', format: { style: 'money', currency: 'USD', scale: 'millions', decimals: 1 } };
  const publication = { id: randomUUID(), firmId, figureId: figure, runId: run, value, valueHash: 'x' };
  await db.figurePublication.create({ data: { ...publication, publishedById: by.createdById, publishedAt: TEST_NOW } });
  return { figureId: figure, runId: run };
}
