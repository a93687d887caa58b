import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWorker } from '@/lib/jobs/in-worker';
import { startWorker } from '@/lib/jobs/start-worker';
import { boundFigures, figureKey } from '@/lib/letter/figures/collect-figures';
import { checkLetter } from '@/lib/services/letter/check-letter';
import { listLetters } from '@/lib/services/letter/list-letters';
import { readLetterContent } from '@/lib/services/letter/read-letter-content';
import { addSample } from '@/lib/services/sample/add-sample';
import { makePackage } from '@/lib/services/submission/make-package';
import type { PackageToRender, RenderedPackage } from '@/lib/services/submission/package-to-render';
import { waitForTask } from '@/lib/services/task/wait-for-task';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  // threads open the database by themselves
  process.env.DATABASE_URL = database.url;
  const worker = await startWorker({ db: database.db, databaseUrl: database.url });
  const steps = { progress: () => undefined, wait: (taskId: string) => waitForTask(database.db, taskId, () => undefined) };
  ({ letterId } = await addSample(firm.ctxAs('administrator'), steps));
  await worker.stop();
});
afterAll(() => database.drop());

describe('the sample', () => {
  it('is a letter with two of twelve questions answered and every figure current', async () => {
    const [letter] = await listLetters(firm.ctxAs('observer'));
    expect(letter).toMatchObject({ id: letterId, questions: 12, answered: 2, staleFigures: 0 });
  });

  it('binds every figure in its text to a publication with a value', async () => {
    const content = await database.db.$transaction((tx) => readLetterContent(tx, firm.firmId, letterId));
    const bound = boundFigures(content.sections);
    expect(bound.length).toBeGreaterThanOrEqual(12);
    for (const binding of bound) expect(content.figures[figureKey(binding)]?.value.kind).toBe(binding.kind);
  });

  it('has no finding but for the questions that are left to answer, and the signatures', async () => {
    const codes = new Set((await checkLetter(firm.ctxAs('legal'), letterId)).map((finding) => finding.code));
    expect([...codes]).toEqual(['question-open', 'sign-off-missing']);
  });

  it('goes out as a package with its annex workbook, written in a thread', async () => {
    const write = (input: PackageToRender) =>
      inWorker<RenderedPackage>('lib/services/submission/render-package.ts', 'renderPackage', input);
    const { files } = await makePackage(firm.ctxAs('legal'), { letterId, overrideReason: 'A test', overrides: {} }, write);
    const endings = files.map(({ path }) => path.split('.').at(-1)).sort();
    expect(endings).toEqual(['csv', 'docx', 'docx', 'json', 'txt', 'txt', 'xlsx']);
  });

  it('is there once, however often it is added', async () => {
    const steps = { progress: () => undefined, wait: () => Promise.reject(new Error('nothing is left to wait for')) };
    expect(await addSample(firm.ctxAs('administrator'), steps)).toEqual({ letterId });
  });
});
