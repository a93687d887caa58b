import { AppError } from '@/lib/core/errors';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { getImport, type ImportState } from '@/lib/services/portfolio/get-import';

/** The import that the address names; null where the firm has none of this id, so that the page opens for a new one. */
export async function readImport(ctx: ServiceContext, taskId: string): Promise<ImportState | null> {
  try {
    return await getImport(ctx, { taskId });
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
