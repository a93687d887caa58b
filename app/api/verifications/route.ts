import { limitRate } from '@/lib/http/rate-limit';
import { readBody } from '@/lib/http/read-body';
import { actorRoute } from '@/lib/http/route';
import { inWorker } from '@/lib/jobs/in-worker';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import type { Verification } from '@/lib/letter/returned/verify-returned';
import { READING_LIMIT, RETURN_LIMITS } from '@/lib/services/returned/return-limits';
import { verifyFile } from '@/lib/services/returned/verify-file';

const THREAD = 'lib/services/returned/return-thread.ts';

/** The body is the file itself. Nothing of it is kept. */
export const POST = actorRoute(async ({ ctx, request }) => {
  await limitRate(ctx.db, { key: `verify-file:${ctx.actor.memberId}`, limit: 30, windowSeconds: 600 }, ctx.clock());
  const bytes = await readBody(request, RETURN_LIMITS);
  const options = { signal: request.signal, limit: READING_LIMIT };
  return verifyFile(ctx, bytes, {
    read: (input) => inWorker<ReturnedDocument>(THREAD, 'readReturn', input, options),
    verify: (input) => inWorker<Verification>(THREAD, 'verifyReturn', input, options),
  });
});
