import { canReadAuditLog } from '@/lib/policies/firm';
import { AUDIT_CSV_HEAD, auditCsvLine } from '@/lib/review/audit/audit-csv';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { readAuditBatches } from './read-audit-batches';

/** The firm's whole log as CSV, piece by piece; the export itself is its last event. */
export async function exportAuditLog(ctx: ServiceContext): Promise<AsyncGenerator<string>> {
  authorise(canReadAuditLog(ctx.actor));
  const { firmId } = ctx.actor;
  await transact(ctx, async (tx, audit) => {
    const events = await tx.auditEvent.count({ where: { firmId } });
    audit({ type: 'firm.audit-exported', subject: { type: 'firm', id: firmId }, data: { events } });
  });
  return lines(ctx);
}

async function* lines({ db, actor }: ServiceContext): AsyncGenerator<string> {
  yield AUDIT_CSV_HEAD;
  for await (const batch of readAuditBatches(db, actor.firmId)) yield batch.map(auditCsvLine).join('');
}
