import { storedFileResponse } from '@/lib/http/file-response';
import { actorRoute } from '@/lib/http/route';
import { openExport } from '@/lib/services/export/open-export';

export const GET = actorRoute(async ({ ctx, params }) => storedFileResponse(ctx.db, await openExport(ctx, params.id ?? '')));
