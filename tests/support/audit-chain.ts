import type { AuditRecord } from '@/lib/review/audit/audit-record';
import { GENESIS_HASH, hashRecord } from '@/lib/review/audit/hash-record';

const FIRM = '00000000-0000-4000-8000-000000000001';

/** A whole chain with one event per given data. */
export function auditChain(...data: unknown[]): AuditRecord[] {
  let previousHash = GENESIS_HASH;
  return data.map((item, index) => {
    const record = {
      firmId: FIRM,
      sequence: BigInt(index + 1),
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      type: 'firm.settings-changed',
      actorId: null,
      actorName: 'Ada',
      subjectType: 'firm',
      subjectId: FIRM,
      data: item,
      at: new Date(Date.UTC(2026, 6, 1, 14, 0, index)),
      previousHash,
    };
    previousHash = hashRecord(record);
    return { ...record, hash: previousHash };
  });
}
