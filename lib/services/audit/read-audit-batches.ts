import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { AuditRecord } from '@/lib/review/audit/audit-record';

const BATCH = 1000;

/** All events of a firm in order, a thousand at a time, so that a long log is never in memory as a whole. */
export async function* readAuditBatches(db: PrismaClient, firmId: string): AsyncGenerator<readonly AuditRecord[]> {
  let after: bigint | undefined;
  for (;;) {
    const batch: readonly AuditRecord[] = await db.auditEvent.findMany({
      where: { firmId, ...(after === undefined ? {} : { sequence: { gt: after } }) },
      orderBy: { sequence: 'asc' },
      take: BATCH,
    });
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.sequence;
  }
}
