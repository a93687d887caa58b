import { AppError } from '@/lib/core/errors';
import { compareVersions, type VersionComparison } from '@/lib/request/compare/compare-versions';
import type { ServiceContext } from '../context/service-context';
import { getRequestVersion } from './get-request-version';

/** What differs between two versions of one request, the first being the older. Throws NOT_FOUND for versions of different requests. */
export async function compareRequestVersions(ctx: ServiceContext, fromVersionId: string, toVersionId: string): Promise<VersionComparison> {
  const before = await getRequestVersion(ctx, fromVersionId);
  const after = await getRequestVersion(ctx, toVersionId);
  if (before.requestId !== after.requestId) throw new AppError('NOT_FOUND', 'These are versions of different requests.');
  return compareVersions(before.document, after.document);
}
