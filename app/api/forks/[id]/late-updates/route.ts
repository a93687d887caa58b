import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { readBody } from '@/lib/http/read-body';
import { actorRoute } from '@/lib/http/route';
import { carryOver, LATE_UPDATE_BYTES } from '@/lib/services/fork/carry-over';

const generation = z.coerce.number().int().min(1).max(999_999_999);

/** Takes a Yjs update that an ended generation of the member's own copy had not sent, and gives the present address. */
export const POST = actorRoute(async ({ ctx, request, params }) => {
  const asked = generation.safeParse(new URL(request.url).searchParams.get('generation'));
  if (!asked.success) throw new AppError('INVALID_INPUT', 'Say which generation it was written in.');
  const update = await readBody(request, { maxBytes: LATE_UPDATE_BYTES });
  return carryOver(ctx, { forkId: params.id ?? '', generation: asked.data, update });
});
