import { limitRate } from '@/lib/http/rate-limit';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { changePassword, passwordInput } from '@/lib/services/member/change-password';

export const POST = actorRoute(async ({ ctx, request }) => {
  const input = await readJson(request, passwordInput);
  await limitRate(ctx.db, { key: `password:${ctx.actor.memberId}`, limit: 10, windowSeconds: 900 }, ctx.clock());
  return changePassword(ctx, input);
});
