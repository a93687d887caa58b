import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { RequestDocument } from '@/lib/request/request-document';

/**
 * The document kept in a version's row, checked against the hash that was taken when it was written. Throws INTERNAL where
 * they differ: the row was changed behind the program's back.
 */
export function requestVersionContent(row: {
  readonly id: string;
  readonly content: unknown;
  readonly contentHash: string;
}): RequestDocument {
  if (contentHash(row.content) !== row.contentHash) {
    throw new AppError('INTERNAL', 'The stored text of this request does not have the hash it was stored with. Run `doctor`.', {
      versionId: row.id,
    });
  }
  return row.content as RequestDocument;
}
