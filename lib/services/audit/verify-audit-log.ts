import { canReadAuditLog } from '@/lib/policies/firm';
import { CHAIN_START, type ChainVerdict, verifyChain } from '@/lib/review/audit/verify-chain';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { readAuditBatches } from './read-audit-batches';

export type AuditLogVerdict =
  | { readonly whole: true; readonly events: string; readonly lastHash: string }
  | { readonly whole: false; readonly sequence: string; readonly reason: string };

const REASONS: Readonly<Record<Extract<ChainVerdict, { whole: false }>['reason'], string>> = {
  gap: 'is missing',
  order: 'is out of order',
  link: 'does not follow from the one before it',
  content: 'was changed after it was written',
  anchor: 'is not the one that was noted down',
};

/** Recomputes the firm's whole log from its first event; tells the number of events and the last hash, or the first break. */
export async function verifyAuditLog(ctx: ServiceContext): Promise<AuditLogVerdict> {
  authorise(canReadAuditLog(ctx.actor));
  let head = CHAIN_START;
  for await (const batch of readAuditBatches(ctx.db, ctx.actor.firmId)) {
    const verdict = verifyChain(batch, head);
    if (!verdict.whole) {
      return { whole: false, sequence: verdict.sequence.toString(), reason: `Event ${verdict.sequence} ${REASONS[verdict.reason]}.` };
    }
    head = verdict.head;
  }
  return { whole: true, events: head.sequence.toString(), lastHash: head.hash };
}
