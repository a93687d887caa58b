import { AppError } from '@/lib/core/errors';
import { canReadRequest } from '@/lib/policies/request';
import type { RequestDocument } from '@/lib/request/request-document';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { requestVersionContent } from './request-version-content';

/** How a version came to be: read from a file of that form, or corrected by hand. */
export type VersionOrigin = 'xml' | 'json' | 'html' | 'text' | 'outline';

export interface RequestVersionDto {
  readonly id: string;
  readonly requestId: string;
  readonly catalogueKey: string | null;
  readonly number: number;
  readonly origin: VersionOrigin;
  readonly note: string;
  readonly fileId: string | null;
  readonly contentHash: string;
  readonly createdAt: string;
  readonly document: RequestDocument;
}

/** One version of a request with its whole document; NOT_FOUND where the firm has none of this id. */
export async function getRequestVersion(ctx: ServiceContext, id: string): Promise<RequestVersionDto> {
  authorise(canReadRequest(ctx.actor));
  const row = await ctx.db.requestVersion.findFirst({
    where: { id, firmId: ctx.actor.firmId },
    include: { request: { select: { catalogueKey: true } } },
  });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such version of a request.');
  return {
    id: row.id,
    requestId: row.requestId,
    catalogueKey: row.request.catalogueKey,
    number: row.number,
    origin: row.origin as VersionOrigin,
    note: row.note,
    fileId: row.fileId,
    contentHash: row.contentHash,
    createdAt: row.createdAt.toISOString(),
    document: requestVersionContent(row),
  };
}
