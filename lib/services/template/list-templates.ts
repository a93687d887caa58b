import { canReadTemplates } from '@/lib/policies/template';
import type { TemplateSummary } from '@/lib/word/template/house-template';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';

/** A letter template as its page lists it. */
export interface TemplateEntry {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly summary: TemplateSummary;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly withdrawnAt: string | null;
  /** Whether letters are written with it: the newest that is not withdrawn. */
  readonly inUse: boolean;
}

/** The firm's letter templates, the one in use first, then the newest. */
export async function listTemplates(ctx: ServiceContext): Promise<readonly TemplateEntry[]> {
  authorise(canReadTemplates(ctx.actor));
  const { firmId } = ctx.actor;
  const rows = await ctx.db.houseTemplate.findMany({ where: { firmId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  const members = await ctx.db.member.findMany({
    where: { firmId, id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  });
  const current = rows.find(({ withdrawnAt }) => withdrawnAt === null);
  const entries = rows.map(
    (row): TemplateEntry => ({
      ...{ id: row.id, name: row.name, sha256: row.sha256 },
      summary: row.summary as unknown as TemplateSummary,
      createdAt: row.createdAt.toISOString(),
      createdBy: members.find(({ id }) => id === row.createdById)?.name ?? 'a former member',
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      inUse: row.id === current?.id,
    }),
  );
  return entries.toSorted((one, other) => Number(other.inUse) - Number(one.inUse));
}
