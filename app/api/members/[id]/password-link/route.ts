import { randomSource } from '@/lib/auth/random-source';
import { actorRoute } from '@/lib/http/route';
import { createPasswordLink } from '@/lib/services/invitation/create-password-link';

export const POST = actorRoute(({ ctx, params }) => createPasswordLink(ctx, { memberId: params.id ?? '' }, randomSource));
