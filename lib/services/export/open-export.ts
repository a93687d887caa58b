import { AppError } from '@/lib/core/errors';
import { canExportLetter, canOpenExport } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { exportOptions } from './export-options';

export interface OpenedExport {
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
}

/** The file of an export, for whoever may open it; each opening is noted, because it takes the letter out of the house. */
export async function openExport(ctx: ServiceContext, exportId: string): Promise<OpenedExport> {
  authorise(canExportLetter(ctx.actor));
  return transact(ctx, async (tx, audit) => {
    const row = await tx.export.findFirst({ where: { id: exportId, firmId: ctx.actor.firmId } });
    const file = row && (await tx.storedFile.findFirst({ where: { id: row.fileId, firmId: ctx.actor.firmId } }));
    if (!row || !file) throw new AppError('NOT_FOUND', 'There is no such export.');
    authorise(canOpenExport(ctx.actor, exportOptions(row.options)));
    audit({ type: 'letter.export-opened', subject: { type: 'letter', id: row.letterId }, data: { exportId, sha256: row.sha256 } });
    return { fileId: file.id, fileName: file.name, mediaType: file.mediaType, size: file.size };
  });
}
