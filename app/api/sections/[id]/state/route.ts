import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { moveToReview } from '@/lib/services/review/move-to-review';
import { reopenSection } from '@/lib/services/review/reopen-section';

const to = z.enum(['drafting', 'in-review']);
const move = z.object({ to });
const reopen = z.object({ to, reason: z.string() });

/** To review, or back to drafting. */
export const PUT = actorRoute(async ({ ctx, request, params }) =>
  moveToReview(ctx, { sectionId: params.id ?? '', ...(await readJson(request, move)) }),
);

/** Opens a signed section again. */
export const POST = actorRoute(async ({ ctx, request, params }) => {
  await reopenSection(ctx, { sectionId: params.id ?? '', ...(await readJson(request, reopen)) });
  return { reopened: true };
});
