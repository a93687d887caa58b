import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import { canEditFramework } from '@/lib/policies/framework';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { checkedFramework } from './checked-framework';
import { findFirmFramework } from './find-firm-framework';

/**
 * Changes a framework of the firm. Its key stays, because analyses name it; their figures are then marked "source changed". `contentHash` is of the framework that
 * the member saw. Throws NOT_FOUND, INVALID_INPUT with a sentence for each problem, CONFLICT where somebody changed it meanwhile.
 */
export async function updateFramework(
  ctx: ServiceContext,
  input: { key: string; contentHash: string; framework: unknown },
): Promise<{ key: string; contentHash: string }> {
  authorise(canEditFramework(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const present = await findFirmFramework(tx, firmId, input.key);
    const framework = checkedFramework(input.framework);
    if (framework.id !== present.key)
      throw new AppError('INVALID_INPUT', 'The id of a framework does not change, because analyses name it.', {
        fields: { id: `stays “${present.key}”, because analyses name it` },
      });
    const hash = contentHash(framework);
    const changed = await tx.firmFramework.updateMany({
      where: { id: present.id, firmId, contentHash: input.contentHash },
      data: {
        name: framework.name,
        content: JSON.parse(JSON.stringify(framework)) as Prisma.InputJsonValue,
        ...{ contentHash: hash, updatedById: memberId, updatedAt: ctx.clock() },
      },
    });
    if (changed.count === 0)
      throw new AppError(
        'CONFLICT',
        'Somebody changed this framework while you did. Your text is still here: export it, then load the page again.',
      );
    if (hash !== present.contentHash)
      audit({
        type: 'framework.changed',
        subject: { type: 'framework', id: present.id },
        data: {
          key: present.key,
          before: { name: present.name, contentHash: present.contentHash },
          after: { name: framework.name, contentHash: hash },
        },
      });
    return { key: present.key, contentHash: hash };
  });
}
