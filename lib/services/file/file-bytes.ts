import type { Prisma } from '@/lib/generated/prisma/client';
import { readStoredFile } from './read-stored-file';

/** A kept file in one piece: a Word file is a zip, which is read from its end. */
export async function fileBytes(db: Prisma.TransactionClient, fileId: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of readStoredFile(db, fileId)) parts.push(part);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
