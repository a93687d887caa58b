import { Readable } from 'node:stream';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { readStoredFile } from '@/lib/services/file/read-stored-file';

interface Download {
  readonly fileName: string;
  readonly mediaType: string;
}

/** A kept file to be saved, in the parts in which it is kept. Whoever calls it has authorised the opening. */
export function storedFileResponse(db: PrismaClient, file: Download & { readonly fileId: string; readonly size: number }): Response {
  const stream = Readable.toWeb(Readable.from(readStoredFile(db, file.fileId), { objectMode: false })) as ReadableStream<Uint8Array>;
  return new Response(stream, { headers: { ...headersOf(file), 'content-length': String(file.size) } });
}

/** A file that was just made, to be saved. */
export function fileResponse(bytes: Uint8Array, file: Download): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: headersOf(file) });
}

function headersOf({ fileName, mediaType }: Download): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
}
