import { AppError } from '@/lib/core/errors';
import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { canImportPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findStoredFile } from '../file/read-stored-file';
import { type ImportRequest, importInputSchema } from './import-input';

/**
 * Queues the import of an uploaded file and of its further files. The task reads all of them first; where it finds an error it ends with the reports and
 * nothing is kept but the files, else the portfolio is written in one transaction under the id given here. Throws NOT_FOUND for an unknown file.
 */
export async function startImport(ctx: ServiceContext, request: ImportRequest): Promise<{ taskId: string; portfolioId: string }> {
  authorise(canImportPortfolio(ctx.actor));
  const input = importInputSchema.parse(request);
  const file = await findStoredFile(ctx.db, ctx.actor.firmId, input.fileId);
  for (const { kind, fileId } of input.evidence) {
    await findStoredFile(ctx.db, ctx.actor.firmId, fileId);
    if (kind === 'sensitivities' && input.format === 'crif')
      throw new AppError('INVALID_INPUT', 'A CRIF brings its own sensitivities; a second one goes beside a positions file only.', {
        fields: { evidence: 'A CRIF brings its own sensitivities.' },
      });
  }
  const portfolioId = ctx.ids();
  const taskId = await enqueueTask(ctx, {
    kind: 'portfolio-import',
    subjectId: portfolioId,
    input,
    message: `Waiting to read ${file.name}`,
  });
  return { taskId, portfolioId };
}
