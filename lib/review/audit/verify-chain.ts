import type { AuditRecord } from './audit-record';
import { GENESIS_HASH, hashRecord } from './hash-record';

/** How far a chain was read and found whole. */
export interface ChainHead {
  readonly sequence: bigint;
  readonly hash: string;
}

export type ChainVerdict =
  | { readonly whole: true; readonly head: ChainHead }
  | {
      readonly whole: false;
      /** the first event that does not fit, or that is missing */
      readonly sequence: bigint;
      readonly reason: 'gap' | 'order' | 'link' | 'content' | 'anchor';
    };

export const CHAIN_START: ChainHead = { sequence: 0n, hash: GENESIS_HASH };

/**
 * Reads events in order of sequence, from `start`, and answers with the new head or with the first event that was changed,
 * removed, added or moved. Events cut off at the end leave a whole chain: they are found by giving an `anchor`, a head
 * noted down earlier (every export of the log shows one).
 */
export function verifyChain(records: Iterable<AuditRecord>, start: ChainHead = CHAIN_START, anchor?: ChainHead): ChainVerdict {
  let head = start;
  for (const record of records) {
    const expected = head.sequence + 1n;
    if (record.sequence > expected) return { whole: false, sequence: expected, reason: 'gap' };
    if (record.sequence < expected) return { whole: false, sequence: record.sequence, reason: 'order' };
    if (record.previousHash !== head.hash) return { whole: false, sequence: expected, reason: 'link' };
    if (hashRecord(withoutHash(record)) !== record.hash) return { whole: false, sequence: expected, reason: 'content' };
    head = { sequence: record.sequence, hash: record.hash };
    if (anchor?.sequence === head.sequence && anchor.hash !== head.hash) return { whole: false, sequence: expected, reason: 'anchor' };
  }
  if (anchor && anchor.sequence > head.sequence) return { whole: false, sequence: head.sequence + 1n, reason: 'gap' };
  return { whole: true, head };
}

function withoutHash({ hash: _hash, ...rest }: AuditRecord): Omit<AuditRecord, 'hash'> {
  return rest;
}
