import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { limitRate } from '@/lib/http/rate-limit';
import { readBody } from '@/lib/http/read-body';
import { actorRoute } from '@/lib/http/route';
import { addTemplate } from '@/lib/services/template/add-template';
import { MOST_TEMPLATE_BYTES } from '@/lib/word/template/template-package';

const query = z.object({ file: z.string().min(1).max(300) });

/** The body is the file itself; its name stands in the query. */
export const POST = actorRoute(async ({ ctx, request }) => {
  const given = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success) throw new AppError('INVALID_INPUT', 'Say what the file is called.');
  await limitRate(ctx.db, { key: `templates:${ctx.actor.memberId}`, limit: 30, windowSeconds: 600 }, ctx.clock());
  const { id } = await addTemplate(ctx, { fileName: given.data.file, bytes: await readBody(request, { maxBytes: MOST_TEMPLATE_BYTES }) });
  return { id };
});
