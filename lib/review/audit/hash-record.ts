import { canonicalJson } from '@/lib/core/canonical-json';
import { sha256Hex } from '@/lib/core/hash';
import type { AuditRecord } from './audit-record';

/** What the first event of a firm names as its predecessor. */
export const GENESIS_HASH = '0'.repeat(64);

/**
 * The hash of one event: SHA-256 over the hash before it, a line feed, and the canonical JSON of every other stored field.
 * `data` has to be plain JSON, as it comes back from the database.
 */
export function hashRecord(record: Omit<AuditRecord, 'hash'>): string {
  const { previousHash, sequence, at, ...rest } = record;
  return sha256Hex(`${previousHash}\n${canonicalJson({ ...rest, sequence: sequence.toString(), at: at.toISOString() })}`);
}
