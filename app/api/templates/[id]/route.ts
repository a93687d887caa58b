import { Readable } from 'node:stream';
import { actorRoute } from '@/lib/http/route';
import { readStoredFile } from '@/lib/services/file/read-stored-file';
import { openTemplateFile } from '@/lib/services/template/open-template-file';

/** The file of a template as it was brought. */
export const GET = actorRoute(async ({ ctx, params }) => {
  const file = await openTemplateFile(ctx, params.id ?? '');
  return new Response(
    Readable.toWeb(Readable.from(readStoredFile(ctx.db, file.fileId), { objectMode: false })) as ReadableStream<Uint8Array>,
    {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.size),
        'content-disposition': `attachment; filename="${file.fileName.replace(/[^\w.-]/g, '_')}"`,
        'cache-control': 'private, no-store',
      },
    },
  );
});
