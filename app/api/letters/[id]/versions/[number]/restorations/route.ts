import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { versionNumber } from '@/lib/http/version-number';
import { restoreVersion } from '@/lib/services/version/restore-version';

const body = z.object({ sectionId: z.uuid().optional() });

export const POST = actorRoute(
  async ({ ctx, request, params }) =>
    restoreVersion(ctx, { letterId: params.id ?? '', number: versionNumber(params.number), ...(await readJson(request, body)) }),
  { plainParams: ['number'] },
);
