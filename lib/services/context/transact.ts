import { AppError } from '@/lib/core/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import type { AuditEvent } from '@/lib/review/audit/audit-event';
import { appendAuditEvents } from '../audit/append-audit-events';
import type { ServiceContext } from './service-context';

/** Notes an event; the events of a transaction are appended to the firm's log, in order, just before it commits. */
export type Audit = (event: AuditEvent) => void;

/** A write conflict or deadlock that PostgreSQL resolved by stopping one of two transactions. */
const WRITE_CONFLICT = 'P2034';

/**
 * Runs a change in one transaction together with its audit events: both are kept, or neither. Inside, use `tx` only.
 * `timeoutMs` is for changes that write much (an import); a change that lost against another one throws CONFLICT.
 */
export async function transact<T>(
  ctx: ServiceContext,
  change: (tx: Prisma.TransactionClient, audit: Audit) => Promise<T>,
  options: { readonly timeoutMs?: number } = {},
): Promise<T> {
  const { actor, clock, ids } = ctx;
  const writer = { firmId: actor.firmId, actor: { id: actor.memberId, name: actor.name }, clock, ids };
  try {
    return await ctx.db.$transaction(
      async (tx) => {
        const events: AuditEvent[] = [];
        const result = await change(tx, (event) => {
          events.push(event);
        });
        await appendAuditEvents(tx, writer, events);
        return result;
      },
      { timeout: options.timeoutMs ?? 30_000, maxWait: 10_000 },
    );
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === WRITE_CONFLICT) {
      throw new AppError(
        'CONFLICT',
        'Somebody else changed the same thing at the same moment. Nothing was changed: try again.',
        {},
        { cause: error },
      );
    }
    throw error;
  }
}
