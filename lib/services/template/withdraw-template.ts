import { AppError } from '@/lib/core/errors';
import { canChangeTemplates } from '@/lib/policies/template';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';

/** Takes a letter template out of use; letters are written with the one before it, or in the styles of our own. Files that were written stay as they are. */
export async function withdrawTemplate(ctx: ServiceContext, templateId: string): Promise<{ id: string }> {
  authorise(canChangeTemplates(ctx.actor));
  const { firmId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const template = await tx.houseTemplate.findFirst({ where: { id: templateId, firmId } });
    if (template === null) throw new AppError('NOT_FOUND', 'There is no such template.');
    const { count } = await tx.houseTemplate.updateMany({
      where: { id: templateId, firmId, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock() },
    });
    if (count === 0) throw new AppError('CONFLICT', 'This template was withdrawn already.');
    audit({
      type: 'template.withdrawn',
      subject: { type: 'template', id: templateId },
      data: { name: template.name, sha256: template.sha256 },
    });
    return { id: templateId };
  });
}
