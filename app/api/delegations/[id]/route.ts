import { actorRoute } from '@/lib/http/route';
import { revokeDelegation } from '@/lib/services/review/revoke-delegation';

export const DELETE = actorRoute(async ({ ctx, params }) => {
  await revokeDelegation(ctx, params.id ?? '');
  return { revoked: true };
});
