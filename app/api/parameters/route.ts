import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { limitRate } from '@/lib/http/rate-limit';
import { readBody } from '@/lib/http/read-body';
import { actorRoute } from '@/lib/http/route';
import { loadParameterSet, MAX_PARAMETER_BYTES } from '@/lib/services/parameters/load-parameter-set';
import { PARAMETER_KINDS } from '@/lib/services/parameters/parameter-kind';

const query = z.object({ kind: z.enum(PARAMETER_KINDS), name: z.string().max(120).default(''), file: z.string().max(300).default('') });

/** The body is the file itself; its kind and names stand in the query. */
export const POST = actorRoute(async ({ ctx, request }) => {
  const given = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success) throw new AppError('INVALID_INPUT', 'Say which kind of parameters the file holds.');
  await limitRate(ctx.db, { key: `parameters:${ctx.actor.memberId}`, limit: 30, windowSeconds: 600 }, ctx.clock());
  const { kind, name, file } = given.data;
  return loadParameterSet(ctx, { kind, name, fileName: file, bytes: await readBody(request, { maxBytes: MAX_PARAMETER_BYTES }) });
});
