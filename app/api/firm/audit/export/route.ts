import { Readable } from 'node:stream';
import { actorRoute } from '@/lib/http/route';
import { exportAuditLog } from '@/lib/services/audit/export-audit-log';

/** The audit log as a file; a POST, because the export is written down in the log. */
export const POST = actorRoute(async ({ ctx }) => {
  const name = `audit-log-${ctx.clock().toISOString().slice(0, 10)}.csv`;
  const bytes = Readable.from(await exportAuditLog(ctx)).map((text: string) => Buffer.from(text));
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
