import { randomUUID } from 'node:crypto';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { publishFigure } from '@/lib/services/figure/publish-figure';
import { createFramework } from '@/lib/services/framework/create-framework';
import { loadParameterSet } from '@/lib/services/parameters/load-parameter-set';
import { addTemplate } from '@/lib/services/template/add-template';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { houseTemplate } from '@/tests/support/house-template';
import { makeLetter, makeRequestVersion } from '@/tests/support/letter';
import { rateSwap, storePortfolio } from '@/tests/support/portfolio';
import { runReport } from '@/tests/support/run-report';
import { scanFile } from '@/tests/support/scan-file';

/** A firm with one of everything, and makers for what an act uses up. */
export interface World {
  readonly db: PrismaClient;
  readonly firm: TestFirm;
  readonly other: TestFirm;
  readonly administrator: ServiceContext;
  readonly requestId: string;
  readonly requestVersionId: string;
  readonly letterId: string;
  /** a section that answers a question */
  readonly sectionId: string;
  readonly portfolioId: string;
  readonly analysisId: string;
  run(): Promise<string>;
  figure(): Promise<{ readonly figureId: string; readonly runId: string }>;
  task(kind: string, result?: Prisma.InputJsonObject): Promise<string>;
  imported(): Promise<string>;
  invitation(): Promise<string>;
  framework(): Promise<{ readonly key: string; readonly contentHash: string; readonly content: unknown }>;
  parameterSet(): Promise<string>;
  template(): Promise<string>;
  /** a further member of the firm, in no role that others of the table have */
  member(): Promise<string>;
  session(memberId: string): Promise<string>;
  exported(options?: { readonly privileged: boolean }): Promise<string>;
  /** a letter that was filed */
  filedLetter(): Promise<string>;
  /** a Word file that came back, with one conflict that waits */
  returned(): Promise<string>;
}

export async function makeWorld(db: PrismaClient): Promise<World> {
  const firm = await makeFirm(db);
  const other = await makeFirm(db, 'Another Firm LLC');
  const administrator = firm.ctxAs('administrator');
  const risk = firm.ctxAs('risk');
  const { firmId } = firm;
  const requestVersionId = await makeRequestVersion(firm);
  const { requestId } = await db.requestVersion.findUniqueOrThrow({ where: { id: requestVersionId }, select: { requestId: true } });
  const { letterId } = await makeLetter(firm, 2);
  const section = await db.section.findFirstOrThrow({ where: { letterId, kind: 'question' }, orderBy: { ordinal: 'asc' } });
  await db.letter.update({ where: { id: letterId }, data: { reviewPlan: { required: ['legal', 'risk', 'business'], ordered: false } } });
  await db.member.update({ where: { id: firm.memberId('approver') }, data: { signsFor: ['business'] } });
  const portfolioId = await storePortfolio(db, risk, [rateSwap('R-1', '100000000')]);
  const now = administrator.clock();
  const by = { createdById: administrator.actor.memberId, createdAt: now };
  const analysis = await db.analysis.create({
    data: {
      id: randomUUID(),
      firmId,
      name: 'A',
      portfolioId,
      baseline: 'separate-regimes',
      alternatives: ['cftc-account'],
      updatedAt: now,
      ...by,
    },
  });
  const described = {
    portfolio: { id: portfolioId, contentHash: 'a' },
    baseline: 'separate-regimes',
    alternatives: [],
    frameworks: [],
    parameters: {},
  };
  let runs = 1_000;
  let templates = 0;
  const run = async () => {
    runs += 1;
    const data = {
      id: randomUUID(),
      firmId,
      analysisId: analysis.id,
      number: runs,
      status: 'done',
      inputsHash: 'a',
      resultHash: 'b',
      engine: 'test/1',
    };
    await db.run.create({
      data: { ...data, description: described, report: runReport() as unknown as Prisma.InputJsonObject, finishedAt: now, ...by },
    });
    const node = { framework: 'separate-regimes', path: 'total', parentPath: null, ordinal: 0, label: 'Total', level: 'framework' };
    await db.runNode.create({ data: { runId: data.id, ...node, amount: '100000000', childCount: 0, detail: {} } });
    return data.id;
  };
  return {
    ...{
      db,
      firm,
      other,
      administrator,
      requestId,
      requestVersionId,
      letterId,
      sectionId: section.id,
      portfolioId,
      analysisId: analysis.id,
      run,
    },
    figure: async () => {
      const runId = await run();
      const path = 'frameworks/separate-regimes/total';
      const { figureId } = await publishFigure(risk, { runId, path, name: `Total ${randomUUID()}`, format: null });
      return { figureId, runId };
    },
    task: async (kind, result) => {
      const id = randomUUID();
      await db.task.create({ data: { id, firmId, kind, status: result ? 'done' : 'queued', input: {}, result, ...by } });
      return id;
    },
    imported: async () => {
      const id = randomUUID();
      const input = { fileId: randomUUID(), name: 'Book', asOf: '2026-06-30', calculationCurrency: 'USD', format: 'positions' };
      const report = { fileName: 'book.csv', problems: [], errors: 0, warnings: 0, leftOut: [] };
      await db.task.create({
        data: { id, firmId, kind: 'portfolio-import', status: 'done', input, result: { report, evidence: [] }, ...by },
      });
      return id;
    },
    invitation: async () => {
      const id = randomUUID();
      await db.invitation.create({ data: { id, firmId, role: 'observer', tokenHash: id, expiresAt: new Date('2199-01-01'), ...by } });
      return id;
    },
    framework: async () => {
      const { key } = await createFramework(risk, { copyOf: 'cftc-account' });
      const { contentHash, content } = await db.firmFramework.findUniqueOrThrow({ where: { firmId_key: { firmId, key } } });
      return { key, contentHash, content };
    },
    template: async () => {
      templates += 1;
      const bytes = houseTemplate({ font: `Face ${templates}` });
      return (await addTemplate(administrator, { fileName: 'house.docx', bytes })).id;
    },
    parameterSet: async () => {
      const bytes = new TextEncoder().encode(JSON.stringify(scanFile({}, { name: randomUUID() })));
      return (await loadParameterSet(administrator, { kind: 'scan', name: '', fileName: 'scan.json', bytes })).id;
    },
    member: async () => {
      const id = randomUUID();
      await db.member.create({ data: { id, firmId, role: 'observer', name: 'Sam Spare', email: `${id}@example.test`, createdAt: now } });
      return id;
    },
    session: async (memberId) => {
      const id = randomUUID();
      await db.session.create({ data: { id, memberId, createdAt: now, lastSeenAt: now, expiresAt: new Date('2199-01-01') } });
      return id;
    },
    filedLetter: async () => {
      const { letterId: filed } = await makeLetter(firm, 1);
      await db.section.updateMany({ where: { letterId: filed }, data: { frozen: true } });
      await db.letter.update({ where: { id: filed }, data: { frozenAt: now } });
      return filed;
    },
    exported: async (options = { privileged: false }) => {
      const [fileId, snapshotId, id] = [randomUUID(), randomUUID(), randomUUID()];
      await db.storedFile.create({
        data: { id: fileId, firmId, name: 'letter.docx', mediaType: 'application/octet-stream', size: 1, sha256: 'c', ...by },
      });
      await db.storedFilePart.create({ data: { fileId, ordinal: 0, bytes: new Uint8Array([1]) } });
      await db.export.create({ data: { id, firmId, letterId, snapshotId, build: 'review', options, fileId, sha256: 'c', ...by } });
      return id;
    },
    returned: async () => {
      const id = randomUUID();
      const conflict = { key: 'c1', kind: 'furniture', settlements: ['keep'], settled: null, place: '', sent: '', file: '' };
      const comments = { threads: 0, replies: 0, privileged: { threads: 0, replies: 0 } };
      const report = {
        fileName: 'letter.docx',
        suggestionIds: [],
        conflicts: [conflict],
        authors: [],
        known: [],
        notUnderstood: [],
        ...comments,
      };
      await db.returnedFile.create({ data: { id, firmId, letterId, fileId: randomUUID(), sha256: id, report, ...by } });
      return id;
    },
  };
}
