import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import { AppError } from '@/lib/core/errors';
import { createDatabaseClient } from '@/lib/db/client';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { classifyPosition } from '@/lib/margin/classification/classify-position';
import { EVIDENCE_FILE_KINDS } from '@/lib/margin/evidence/evidence-file-kinds';
import { type ImportReport, ProblemLog } from '@/lib/margin/portfolio/import-report';
import { hashLines, positionHashLine } from '@/lib/margin/portfolio/portfolio-hash';
import type { Role } from '@/lib/policies/actor';
import { canImportPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findStoredFile, readStoredFile } from '../file/read-stored-file';
import type { StoredFileSummary } from '../file/store-file';
import { type CheckedFile, checkedFile, EvidenceCheck, LATE_KINDS, type ReadFile } from './evidence-check';
import type { EvidenceReport } from './evidence-report';
import type { ImportInput } from './import-input';
import { portfolioContentHash } from './portfolio-content-hash';
import { positionRow } from './position-row';
import { readEvidenceFile, sensitivitiesHash } from './read-evidence-file';
import { type ImportBatch, readImportFile } from './read-import-file';

export interface ImportThreadInput extends ImportInput {
  readonly portfolioId: string;
  readonly firmId: string;
  readonly memberId: string;
}

/** How an import ended: loaded whole, or refused with the reports and nothing kept. */
export type ImportOutcome =
  | {
      readonly outcome: 'imported';
      readonly portfolioId: string;
      readonly report: ImportReport;
      readonly evidence: readonly EvidenceReport[];
    }
  | { readonly outcome: 'refused'; readonly report: ImportReport; readonly evidence: readonly EvidenceReport[] };

type Progress = (done: number, total: number | null, message: string) => void;

interface Checked {
  readonly report: ImportReport;
  readonly contentHash: string;
  readonly evidence: readonly CheckedFile[];
}

const BATCH = 2000;
const TIMEOUT_MS = 30 * 60_000;

/**
 * Reads the further files, then the portfolio's own once to check and hash it, and, if nothing is wrong with any, a second time to write it in one transaction.
 * Safe to begin again: a portfolio that is there already is the result. Runs in a computing thread, on DATABASE_URL.
 */
export async function importInThread(input: ImportThreadInput, progress: Progress): Promise<ImportOutcome> {
  const db = createDatabaseClient(process.env.DATABASE_URL ?? '');
  try {
    const before = await importedBefore(db, input);
    if (before) return before;
    const file = await findStoredFile(db, input.firmId, input.fileId);
    const early = input.evidence.filter(({ kind }) => !LATE_KINDS.includes(kind));
    const compared = new EvidenceCheck(await readFiles(db, input, early, undefined, progress), input.calculationCurrency);
    const checked = await check(db, input, file, compared, progress);
    const evidence = checked.evidence.map(({ report }) => report);
    if (checked.report.errors > 0 || evidence.some(({ errors }) => errors > 0))
      return { outcome: 'refused', report: checked.report, evidence };
    await write(await contextOf(db, input), input, file, compared, checked, progress);
    return { outcome: 'imported', portfolioId: input.portfolioId, report: checked.report, evidence };
  } finally {
    await db.$disconnect();
  }
}

/** The outcome of an import whose portfolio is there already; null where it is not. */
export async function importedBefore(
  db: PrismaClient,
  { portfolioId, firmId }: Pick<ImportThreadInput, 'portfolioId' | 'firmId'>,
): Promise<ImportOutcome | null> {
  const portfolio = await db.portfolio.findFirst({
    where: { id: portfolioId, firmId },
    include: { evidence: { orderBy: { kind: 'asc' } } },
  });
  if (portfolio === null) return null;
  return {
    outcome: 'imported',
    portfolioId,
    report: portfolio.importReport as unknown as ImportReport,
    evidence: portfolio.evidence.map(({ report }) => report as unknown as EvidenceReport),
  };
}

async function check(
  db: PrismaClient,
  input: ImportThreadInput,
  file: StoredFileSummary,
  compared: EvidenceCheck,
  progress: Progress,
): Promise<Checked> {
  const log = new ProblemLog();
  const lines: string[] = [];
  const leftOut: ImportReport['leftOut'][number][] = [];
  let rows = 0;
  let sensitivities: ImportBatch['sensitivities'] = null;
  for await (const batch of readImportFile(readStoredFile(db, file.id), input, log, compared.rateOf)) {
    // once a problem refuses the file its positions are of no use
    if (log.errors > 0) lines.length = 0;
    else for (const position of batch.positions) lines.push(positionHashLine(position));
    for (const position of batch.positions) compared.note(position, classifyPosition(position, compared.constituents).regime);
    leftOut.push(...batch.leftOut);
    rows += batch.rows;
    sensitivities = batch.sensitivities;
    if (batch.bytesRead > 0) progress(batch.bytesRead, 2 * file.size, `Checking ${file.name}: ${rows.toLocaleString('en-US')} rows`);
  }
  const report = log.report({ fileName: file.name, sha256: file.sha256, size: file.size, rows, positions: lines.length, leftOut });
  const late = input.evidence.filter(({ kind }) => LATE_KINDS.includes(kind));
  const comparable = report.errors === 0;
  const evidence = compared.finish(await readFiles(db, input, late, comparable ? compared.positionIds : undefined, progress), comparable);
  if (sensitivities) evidence.push(ownSensitivities(file, sensitivities, report));
  evidence.sort((a, b) => EVIDENCE_FILE_KINDS.indexOf(a.kind) - EVIDENCE_FILE_KINDS.indexOf(b.kind));
  if (report.errors > 0) return { report, contentHash: '', evidence };
  return { report, contentHash: portfolioContentHash(hashLines(lines), evidence), evidence };
}

async function readFiles(
  db: PrismaClient,
  { firmId, calculationCurrency }: ImportThreadInput,
  named: ImportInput['evidence'],
  positions: ReadonlySet<string> | undefined,
  progress: Progress,
): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for (const { kind, fileId } of named) {
    const file = await findStoredFile(db, firmId, fileId);
    progress(0, null, `Reading ${file.name}`);
    const source = readStoredFile(db, file.id);
    const reading = await readEvidenceFile(
      { kind, sha256: file.sha256, source },
      { calculationCurrency, ...(positions ? { positions } : {}) },
    );
    files.push({ kind, file, reading });
  }
  return files;
}

/** The sensitivities that a CRIF brings with its own trades: the same file again. */
function ownSensitivities(
  file: StoredFileSummary,
  { rows, positions }: NonNullable<ImportBatch['sensitivities']>,
  { leftOut }: ImportReport,
): CheckedFile {
  const contentHash = sensitivitiesHash(file.sha256, new Set(leftOut.map(({ line }) => line)));
  const use = `${rows.toLocaleString('en-US')} sensitivities of the same file.`;
  return checkedFile({ kind: 'sensitivities', file, contentHash, rows, log: new ProblemLog(), covered: positions, use });
}

async function write(
  ctx: ServiceContext,
  input: ImportThreadInput,
  file: StoredFileSummary,
  compared: EvidenceCheck,
  checked: Checked,
  progress: Progress,
): Promise<void> {
  const { report, contentHash, evidence } = checked;
  const { portfolioId, firmId, name, asOf, calculationCurrency, format } = input;
  await transact(
    ctx,
    async (tx, audit) => {
      await tx.portfolio.create({
        data: {
          ...{ id: portfolioId, firmId, name, calculationCurrency, format, contentHash },
          asOf: new Date(`${asOf}T00:00:00.000Z`),
          fileId: file.id,
          positionCount: report.positions,
          importReport: report as unknown as Prisma.InputJsonValue,
          createdById: input.memberId,
          createdAt: ctx.clock(),
        },
      });
      await tx.portfolioEvidence.createMany({
        data: evidence.map((one) => ({
          ...{ id: ctx.ids(), firmId, portfolioId, kind: one.kind, contentHash: one.contentHash, rows: one.report.rows },
          ...{ fileId: one.file.id, fileName: one.file.name, sha256: one.file.sha256 },
          report: one.report as unknown as Prisma.InputJsonValue,
        })),
      });
      let ordinal = 0;
      let rows: ReturnType<typeof positionRow>[] = [];
      const flush = async () => {
        await insertRows(tx, portfolioId, firmId, rows);
        rows = [];
      };
      for await (const batch of readImportFile(readStoredFile(ctx.db, file.id), input, new ProblemLog(), compared.rateOf)) {
        for (const position of batch.positions) {
          rows.push(positionRow(position, ordinal, classifyPosition(position, compared.constituents)));
          ordinal += 1;
          if (rows.length >= BATCH) await flush();
        }
        if (batch.bytesRead > 0)
          progress(
            file.size + batch.bytesRead,
            2 * file.size,
            `Loading ${ordinal.toLocaleString('en-US')} of ${report.positions.toLocaleString('en-US')} positions`,
          );
      }
      if (rows.length > 0) await flush();
      audit({
        type: 'portfolio.imported',
        subject: { type: 'portfolio', id: portfolioId },
        data: {
          name,
          asOf,
          format,
          positions: ordinal,
          contentHash,
          fileSha256: file.sha256,
          leftOut: report.leftOut.map(({ line }) => line),
          evidence: evidence.map((one) => ({
            ...{ kind: one.kind, fileName: one.file.name, fileSha256: one.file.sha256 },
            ...{ contentHash: one.contentHash, rows: one.report.rows },
          })),
        },
      });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function insertRows(tx: Prisma.TransactionClient, portfolioId: string, firmId: string, rows: readonly object[]): Promise<void> {
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO "PortfolioPosition"
      ("portfolioId", "ordinal", "firmId", "positionId", "product", "regime", "test", "counterparty", "netting", "currency", "notional", "marketValue", "data")
    SELECT ${portfolioId}::uuid, r."ordinal", ${firmId}::uuid, r."positionId", r."product", r."regime", r."test", r."counterparty", r."netting", r."currency", r."notional", r."marketValue", r."data"
    FROM jsonb_to_recordset(${json}::jsonb) AS r(
      "ordinal" int, "positionId" text, "product" text, "regime" text, "test" text, "counterparty" text, "netting" text,
      "currency" text, "notional" numeric, "marketValue" numeric, "data" jsonb)`;
}

/** The member who asked, as the one in whose name the import is written. */
async function contextOf(db: PrismaClient, input: ImportThreadInput): Promise<ServiceContext> {
  const member = await db.member.findFirst({ where: { id: input.memberId, firmId: input.firmId } });
  if (member === null) throw new AppError('NOT_FOUND', 'The member who asked for the import is no longer in the firm.');
  const actor = { memberId: member.id, firmId: member.firmId, sessionId: '', role: member.role as Role, name: member.name };
  authorise(canImportPortfolio(actor));
  return { actor, db, clock: systemClock, ids: randomIds };
}
