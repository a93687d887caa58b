import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { AuditEvent } from '@/lib/review/audit/audit-event';
import { hashRecord } from '@/lib/review/audit/hash-record';
import type { ChainHead } from '@/lib/review/audit/verify-chain';

/** In whose name and in which firm an event is written. */
export interface AuditWriter {
  readonly firmId: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** The rows of events that follow `head` in the firm's log, in order, each hashed over the one before it. */
export function chainRecords(writer: AuditWriter, head: ChainHead, events: readonly AuditEvent[]) {
  let { sequence, hash: previousHash } = head;
  return events.map((event) => {
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
}
