import { canReadParameters } from '@/lib/policies/parameters';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import type { ParameterKind } from './parameter-kind';
import { readParameterContent } from './read-parameter-content';
import { whyUnusable } from './why-unusable';

/** A parameter set as its page lists it; its figures stay on the server. */
export interface ParameterSetSummary {
  readonly id: string;
  readonly kind: ParameterKind;
  readonly name: string;
  readonly version: string;
  /** ISO date. */
  readonly effective: string | null;
  readonly fileName: string;
  readonly contentHash: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** How much it holds, and every sentence that this version's check has against it; none where it is complete. */
  readonly size: string;
  readonly problems: readonly string[];
  readonly licence: { readonly at: string; readonly by: string } | null;
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
  /** Why no run may use it; null where one may. */
  readonly unusable: string | null;
}

/** The firm's parameter sets, newest first, withdrawn ones last. */
export async function listParameterSets(ctx: ServiceContext): Promise<ParameterSetSummary[]> {
  authorise(canReadParameters(ctx.actor));
  const { firmId } = ctx.actor;
  const rows = await ctx.db.parameterSet.findMany({ where: { firmId }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] });
  const ids = rows.flatMap((row) => [row.createdById, row.licenceConfirmedById ?? [], row.withdrawnById ?? []].flat());
  const members = await ctx.db.member.findMany({ where: { firmId, id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string | null) => members.find((member) => member.id === id)?.name ?? 'a former member';
  const sets = rows.map((row): ParameterSetSummary => {
    const kind = row.kind as ParameterKind;
    const read = readParameterContent(kind, row.content);
    return {
      ...{ id: row.id, kind, name: row.name, version: row.version, fileName: row.fileName, contentHash: row.contentHash },
      effective: row.effective?.toISOString().slice(0, 10) ?? null,
      createdAt: row.createdAt.toISOString(),
      createdBy: nameOf(row.createdById),
      size: read.ok ? read.value.about.size : '',
      problems: read.ok ? [] : read.failures,
      licence: row.licenceConfirmedAt ? { at: row.licenceConfirmedAt.toISOString(), by: nameOf(row.licenceConfirmedById) } : null,
      withdrawn: row.withdrawnAt
        ? { at: row.withdrawnAt.toISOString(), by: nameOf(row.withdrawnById), reason: row.withdrawnReason ?? '' }
        : null,
      unusable: whyUnusable(row),
    };
  });
  return sets.toSorted((a, b) => Number(a.withdrawn !== null) - Number(b.withdrawn !== null));
}
