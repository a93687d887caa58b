import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { removeFramework } from '@/lib/services/framework/remove-framework';
import { updateFramework } from '@/lib/services/framework/update-framework';

const body = z.strictObject({ contentHash: z.string(), framework: z.unknown() });

export const PUT = actorRoute(
  async ({ ctx, request, params }) => updateFramework(ctx, { key: params.key ?? '', ...(await readJson(request, body)) }),
  { plainParams: ['key'] },
);

export const DELETE = actorRoute(async ({ ctx, params }) => removeFramework(ctx, { key: params.key ?? '' }), { plainParams: ['key'] });
