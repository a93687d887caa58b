import type { Prisma } from '@/lib/generated/prisma/client';
import type { AuditEvent } from '@/lib/review/audit/audit-event';
import { CHAIN_START } from '@/lib/review/audit/verify-chain';
import { type AuditWriter, chainRecords } from './chain-records';

/**
 * Appends events to the firm's log inside the given transaction, in order, each hashed over the one before it.
 * Takes the firm's log lock until the transaction ends, so numbers have no gaps whatever runs beside it: call it last.
 */
export async function appendAuditEvents(tx: Prisma.TransactionClient, writer: AuditWriter, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${writer.firmId}`}, 0))`;
  const last = await tx.auditEvent.findFirst({
    where: { firmId: writer.firmId },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
  await tx.auditEvent.createMany({ data: chainRecords(writer, last ?? CHAIN_START, events) });
}
