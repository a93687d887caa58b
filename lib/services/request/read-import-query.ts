import { AppError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';

export interface ImportQuery {
  readonly fileName: string;
  readonly requestId: string | null;
  readonly catalogueKey: string | null;
  readonly documentNumber: string | null;
}

/** What the address of an upload says: the file's name, the request and the document that it is. */
export function readImportQuery(query: URLSearchParams): ImportQuery {
  const requestId = query.get('request') || null;
  if (requestId !== null && !isId(requestId)) throw new AppError('NOT_FOUND', 'There is no such request.');
  return {
    fileName: (query.get('name') ?? '').slice(0, 255),
    requestId,
    catalogueKey: query.get('catalogue') || null,
    documentNumber: query.get('document') || null,
  };
}
