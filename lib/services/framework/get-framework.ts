import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { findFramework } from '@/lib/margin/frameworks/frameworks';
import { canReadFramework } from '@/lib/policies/framework';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findFirmFramework } from './find-firm-framework';
import { storedFramework } from './stored-framework';

export interface FrameworkDetail {
  readonly framework: Framework;
  readonly contentHash: string;
  /** null for a built-in one. */
  readonly own: {
    readonly basedOn: string | null;
    readonly createdAt: string;
    readonly createdBy: string;
    readonly updatedAt: string;
    readonly updatedBy: string;
  } | null;
  /** The firm's analyses that name it. */
  readonly analyses: readonly { readonly id: string; readonly name: string }[];
}

/** A built-in framework, or the firm's own of that key. Throws NOT_FOUND. */
export async function getFramework(ctx: ServiceContext, input: { key: string }): Promise<FrameworkDetail> {
  authorise(canReadFramework(ctx.actor));
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(input.key)) throw new AppError('NOT_FOUND', 'There is no such framework.');
  const { firmId } = ctx.actor;
  const analyses = await ctx.db.analysis.findMany({
    where: { firmId, OR: [{ baseline: input.key }, { alternatives: { has: input.key } }] },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const builtIn = findFramework(input.key);
  if (builtIn !== null) return { framework: builtIn, contentHash: contentHash(builtIn), own: null, analyses };
  const row = await findFirmFramework(ctx.db, firmId, input.key);
  const members = await ctx.db.member.findMany({
    where: { firmId, id: { in: [row.createdById, row.updatedById] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? 'a former member';
  return {
    framework: storedFramework(row.content),
    contentHash: row.contentHash,
    own: {
      basedOn: row.basedOn,
      createdAt: row.createdAt.toISOString(),
      createdBy: nameOf(row.createdById),
      updatedAt: row.updatedAt.toISOString(),
      updatedBy: nameOf(row.updatedById),
    },
    analyses,
  };
}
