import { z } from 'zod';
import { actorRoute } from '@/lib/http/route';
import { checkLetter } from '@/lib/services/letter/check-letter';
import { BUILD_KINDS } from '@/lib/word/letter-build';

const build = z.enum(BUILD_KINDS).catch('clean');

export const GET = actorRoute(async ({ ctx, request, params }) => ({
  findings: await checkLetter(ctx, params.id ?? '', build.parse(new URL(request.url).searchParams.get('build'))),
}));
