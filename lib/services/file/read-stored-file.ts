import { AppError } from '@/lib/core/errors';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import type { StoredFileSummary } from './store-file';

/** A complete file of the firm. Throws NOT_FOUND, also for one whose upload broke off. */
export async function findStoredFile(db: PrismaClient, firmId: string, fileId: string): Promise<StoredFileSummary> {
  const file = await db.storedFile.findFirst({ where: { id: fileId, firmId, NOT: { sha256: '' } } });
  if (file === null) throw new AppError('NOT_FOUND', 'There is no such file. Upload it again.');
  return { id: file.id, name: file.name, size: file.size, sha256: file.sha256 };
}

/** The bytes of a file in the parts in which they are kept, one read from the database at a time. */
export async function* readStoredFile(db: Prisma.TransactionClient, fileId: string): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ; ordinal += 1) {
    const part = await db.storedFilePart.findUnique({ where: { fileId_ordinal: { fileId, ordinal } } });
    if (part === null) return;
    yield part.bytes;
  }
}
