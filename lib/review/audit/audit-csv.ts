import { csvCell } from '@/lib/core/csv-cell';
import type { AuditRecord } from './audit-record';

const COLUMNS = ['sequence', 'at', 'type', 'actor', 'actor id', 'subject type', 'subject id', 'data', 'previous hash', 'hash'];

export const AUDIT_CSV_HEAD = `${COLUMNS.join(',')}\r\n`;

/** One event as a line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function auditCsvLine(record: AuditRecord): string {
  const cells = [
    record.sequence.toString(),
    record.at.toISOString(),
    record.type,
    record.actorName,
    record.actorId ?? '',
    record.subjectType,
    record.subjectId ?? '',
    JSON.stringify(record.data),
    record.previousHash,
    record.hash,
  ];
  return `${cells.map(csvCell).join(',')}\r\n`;
}
