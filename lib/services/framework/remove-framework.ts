import { AppError } from '@/lib/core/errors';
import { canEditFramework } from '@/lib/policies/framework';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findFirmFramework } from './find-firm-framework';

/** Removes a framework of the firm that no analysis names; runs keep what they computed with. Throws NOT_FOUND, CONFLICT naming an analysis that uses it. */
export async function removeFramework(ctx: ServiceContext, input: { key: string }): Promise<{ key: string }> {
  authorise(canEditFramework(ctx.actor));
  const { firmId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const { id, key, name, contentHash } = await findFirmFramework(tx, firmId, input.key);
    const user = await tx.analysis.findFirst({
      where: { firmId, OR: [{ baseline: key }, { alternatives: { has: key } }] },
      select: { name: true },
    });
    if (user) throw new AppError('CONFLICT', `The analysis “${user.name}” uses this framework. Change the analysis first.`);
    await tx.firmFramework.delete({ where: { id } });
    audit({ type: 'framework.removed', subject: { type: 'framework', id }, data: { key, name, contentHash } });
    return { key };
  });
}
