import { storedFileResponse } from '@/lib/http/file-response';
import { actorRoute } from '@/lib/http/route';
import { openTemplateFile } from '@/lib/services/template/open-template-file';

/** The file of a template as it was brought. */
export const GET = actorRoute(async ({ ctx, params }) => storedFileResponse(ctx.db, await openTemplateFile(ctx, params.id ?? '')));
