import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { versionNumber } from '@/lib/http/version-number';
import { nameVersion } from '@/lib/services/version/name-version';

const body = z.object({ name: z.string().trim().max(120), note: z.string().trim().max(1000) });

export const PATCH = actorRoute(
  async ({ ctx, request, params }) => {
    await nameVersion(ctx, params.id ?? '', versionNumber(params.number), await readJson(request, body));
    return { changed: true };
  },
  { plainParams: ['number'] },
);
