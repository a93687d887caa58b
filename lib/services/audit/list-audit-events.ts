import { canReadAuditLog } from '@/lib/policies/firm';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';

export interface AuditEventDto {
  readonly sequence: string;
  readonly type: string;
  readonly actorName: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly data: unknown;
  readonly at: string;
  readonly hash: string;
}

export interface AuditPage {
  readonly events: readonly AuditEventDto[];
  /** give it as `before` for the next page; null on the last one */
  readonly next: string | null;
  /** what there is to filter by */
  readonly types: readonly string[];
  readonly actors: readonly { readonly id: string; readonly name: string }[];
}

export interface AuditFilter {
  readonly type?: string;
  readonly actorId?: string;
  readonly before?: bigint;
}

const PAGE_SIZE = 50;

/** A page of the firm's log, newest first, by type and actor. */
export async function listAuditEvents(ctx: ServiceContext, filter: AuditFilter): Promise<AuditPage> {
  authorise(canReadAuditLog(ctx.actor));
  const { firmId } = ctx.actor;
  const [rows, types, actors] = await Promise.all([
    ctx.db.auditEvent.findMany({
      where: {
        firmId,
        ...(filter.type ? { type: filter.type } : {}),
        ...(filter.actorId ? { actorId: filter.actorId } : {}),
        ...(filter.before === undefined ? {} : { sequence: { lt: filter.before } }),
      },
      orderBy: { sequence: 'desc' },
      take: PAGE_SIZE + 1,
    }),
    ctx.db.auditEvent.groupBy({ by: ['type'], where: { firmId }, orderBy: { type: 'asc' } }),
    ctx.db.member.findMany({ where: { firmId }, select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  ]);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    events: shown.map((row) => ({
      sequence: row.sequence.toString(),
      type: row.type,
      actorName: row.actorName,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      data: row.data,
      at: row.at.toISOString(),
      hash: row.hash,
    })),
    next: rows.length > PAGE_SIZE ? (shown.at(-1)?.sequence.toString() ?? null) : null,
    types: types.map(({ type }) => type),
    actors,
  };
}
