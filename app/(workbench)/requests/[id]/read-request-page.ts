import { notFound } from 'next/navigation';
import { AppError } from '@/lib/core/errors';
import { pageId } from '@/lib/http/page-id';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { getRequest, type RequestDto } from '@/lib/services/request/get-request';
import { getRequestVersion, type RequestVersionDto } from '@/lib/services/request/get-request-version';

/** A request and the version asked for, the latest without one; the 404 page where the firm has no such. */
export async function readRequestPage(
  ctx: ServiceContext,
  id: string,
  versionId: string | null,
): Promise<{ request: RequestDto; version: RequestVersionDto }> {
  try {
    const request = await getRequest(ctx, id);
    const version = await getRequestVersion(ctx, versionId === null ? (request.versions[0]?.id ?? id) : pageId(versionId));
    if (version.requestId !== id) notFound();
    return { request, version };
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}
