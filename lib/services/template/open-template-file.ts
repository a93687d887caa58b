import { AppError } from '@/lib/core/errors';
import { canChangeTemplates } from '@/lib/policies/template';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';

/** The file of a letter template as it was brought, for whoever may change it; each opening is noted. */
export async function openTemplateFile(
  ctx: ServiceContext,
  templateId: string,
): Promise<{ readonly fileId: string; readonly fileName: string; readonly mediaType: string; readonly size: number }> {
  authorise(canChangeTemplates(ctx.actor));
  const { firmId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const template = await tx.houseTemplate.findFirst({ where: { id: templateId, firmId } });
    const file = template && (await tx.storedFile.findFirst({ where: { id: template.fileId, firmId } }));
    if (!template || !file) throw new AppError('NOT_FOUND', 'There is no such template.');
    audit({
      type: 'template.opened',
      subject: { type: 'template', id: templateId },
      data: { name: template.name, sha256: template.sha256 },
    });
    return { fileId: file.id, fileName: file.name, mediaType: file.mediaType, size: file.size };
  });
}
