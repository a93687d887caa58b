import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { canImportPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findStoredFile } from '../file/read-stored-file';
import type { ImportInput } from './import-input';

/**
 * Queues the import of an uploaded file. The task reads the whole file first; where it finds an error it ends with the report and nothing is kept but
 * the file, else the portfolio is written in one transaction under the id given here. Throws NOT_FOUND for an unknown file.
 */
export async function startImport(ctx: ServiceContext, input: ImportInput): Promise<{ taskId: string; portfolioId: string }> {
  authorise(canImportPortfolio(ctx.actor));
  const file = await findStoredFile(ctx.db, ctx.actor.firmId, input.fileId);
  const portfolioId = ctx.ids();
  const taskId = await enqueueTask(ctx, {
    kind: 'portfolio-import',
    subjectId: portfolioId,
    input,
    message: `Waiting to read ${file.name}`,
  });
  return { taskId, portfolioId };
}
