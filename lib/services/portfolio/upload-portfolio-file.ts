import { canImportPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { type StoredFileSummary, storeFile } from '../file/store-file';

/** Keeps a file that is to be imported. Nothing in it is read yet. Throws FORBIDDEN, TOO_LARGE. */
export async function uploadPortfolioFile(
  ctx: ServiceContext,
  input: { name: string; mediaType: string; source: AsyncIterable<Uint8Array>; maxBytes: number },
): Promise<StoredFileSummary> {
  authorise(canImportPortfolio(ctx.actor));
  return storeFile(ctx, input);
}
