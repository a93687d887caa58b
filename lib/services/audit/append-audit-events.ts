import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { AuditEvent } from '@/lib/review/audit/audit-event';
import { GENESIS_HASH, hashRecord } from '@/lib/review/audit/hash-record';

/** In whose name and in which firm an event is written. */
export interface AuditWriter {
  readonly firmId: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly clock: Clock;
  readonly ids: IdSource;
}

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
  let sequence = last?.sequence ?? 0n;
  let previousHash = last?.hash ?? GENESIS_HASH;
  const records = events.map((event) => {
    sequence += 1n;
    const record = {
      firmId: writer.firmId,
      sequence,
      id: writer.ids(),
      type: event.type,
      actorId: writer.actor.id,
      actorName: writer.actor.name,
      subjectType: event.subject.type,
      subjectId: event.subject.id,
      // the database gives back plain JSON, so that is what is hashed
      data: JSON.parse(JSON.stringify(event.data)) as Prisma.InputJsonValue,
      at: writer.clock(),
      previousHash,
    };
    previousHash = hashRecord(record);
    return { ...record, hash: previousHash };
  });
  await tx.auditEvent.createMany({ data: records });
}
