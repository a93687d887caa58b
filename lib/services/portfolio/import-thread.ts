import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import { AppError } from '@/lib/core/errors';
import { createDatabaseClient } from '@/lib/db/client';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { type ImportReport, ProblemLog } from '@/lib/margin/portfolio/import-report';
import { hashLines, positionHashLine } from '@/lib/margin/portfolio/portfolio-hash';
import type { Role } from '@/lib/policies/actor';
import { canImportPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findStoredFile, readStoredFile } from '../file/read-stored-file';
import type { StoredFileSummary } from '../file/store-file';
import type { ImportInput } from './import-input';
import { positionRow } from './position-row';
import { readImportFile } from './read-import-file';

export interface ImportThreadInput extends ImportInput {
  readonly portfolioId: string;
  readonly firmId: string;
  readonly memberId: string;
}

/** How an import ended: loaded whole, or refused with the report and nothing kept. */
export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly portfolioId: string; readonly report: ImportReport }
  | { readonly outcome: 'refused'; readonly report: ImportReport };

type Progress = (done: number, total: number | null, message: string) => void;

const BATCH = 2000;
const TIMEOUT_MS = 30 * 60_000;

/**
 * Reads the file once to check and hash it, and, if nothing is wrong, a second time to write it in one transaction: memory stays bounded by one line of
 * hash per position. Safe to begin again: a portfolio that is there already is the result. Runs in a computing thread, on DATABASE_URL.
 */
export async function importInThread(input: ImportThreadInput, progress: Progress): Promise<ImportOutcome> {
  const db = createDatabaseClient(process.env.DATABASE_URL ?? '');
  try {
    const before = await db.portfolio.findFirst({ where: { id: input.portfolioId, firmId: input.firmId } });
    if (before) return { outcome: 'imported', portfolioId: before.id, report: before.importReport as unknown as ImportReport };
    const file = await findStoredFile(db, input.firmId, input.fileId);
    const { report, contentHash } = await check(db, input, file, progress);
    if (report.errors > 0) return { outcome: 'refused', report };
    await write(await contextOf(db, input), input, file, { report, contentHash }, progress);
    return { outcome: 'imported', portfolioId: input.portfolioId, report };
  } finally {
    await db.$disconnect();
  }
}

async function check(db: PrismaClient, input: ImportThreadInput, file: StoredFileSummary, progress: Progress) {
  const log = new ProblemLog();
  const lines: string[] = [];
  const leftOut: ImportReport['leftOut'][number][] = [];
  let rows = 0;
  for await (const batch of readImportFile(readStoredFile(db, file.id), input, log)) {
    // once a problem refuses the file its positions are of no use
    if (log.errors > 0) lines.length = 0;
    else for (const position of batch.positions) lines.push(positionHashLine(position));
    leftOut.push(...batch.leftOut);
    rows += batch.rows;
    if (batch.bytesRead > 0) progress(batch.bytesRead, 2 * file.size, `Checking ${file.name}: ${rows.toLocaleString('en-US')} rows`);
  }
  const report = log.report({ fileName: file.name, sha256: file.sha256, size: file.size, rows, positions: lines.length, leftOut });
  return { report, contentHash: report.errors > 0 ? '' : hashLines(lines) };
}

async function write(
  ctx: ServiceContext,
  input: ImportThreadInput,
  file: StoredFileSummary,
  checked: { report: ImportReport; contentHash: string },
  progress: Progress,
): Promise<void> {
  const { report, contentHash } = checked;
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
      let ordinal = 0;
      let rows: ReturnType<typeof positionRow>[] = [];
      const flush = async () => {
        await insertRows(tx, portfolioId, firmId, rows);
        rows = [];
      };
      for await (const batch of readImportFile(readStoredFile(ctx.db, file.id), input, new ProblemLog())) {
        for (const position of batch.positions) {
          rows.push(positionRow(position, ordinal));
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
          evidence: [],
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
