import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { AuditEvent } from '@/lib/review/audit/audit-event';
import { appendAuditEvents } from '../audit/append-audit-events';
import { voidSignOffs } from './void-sign-offs';

interface SettledSignOffs {
  /** how many signatures fell */
  readonly voided: number;
}

/**
 * Voids the signatures on a section that its text no longer bears out; for the rooms, when typing has come to rest. It does nothing where no
 * signature stands, and takes no lock then. Throws NOT_FOUND for a section that is gone.
 */
export async function settleSignOffs(
  { db, clock, ids }: { readonly db: PrismaClient; readonly clock: Clock; readonly ids: IdSource },
  { firmId, sectionId }: { readonly firmId: string; readonly sectionId: string },
): Promise<SettledSignOffs> {
  const standing = await db.signOff.count({ where: { firmId, sectionId, decision: 'signed', voidedAt: null } });
  if (standing === 0) return { voided: 0 };
  return db.$transaction(
    async (tx) => {
      const events: AuditEvent[] = [];
      const { voided } = await voidSignOffs({ firmId, clock, ids }, tx, (event) => events.push(event), sectionId);
      await appendAuditEvents(tx, { firmId, actor: { id: null, name: 'Marginalia' }, clock, ids }, events);
      return { voided };
    },
    { timeout: 30_000, maxWait: 10_000 },
  );
}
