import { randomSource } from '@/lib/auth/random-source';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { createInvitation, invitationInput } from '@/lib/services/invitation/create-invitation';

export const POST = actorRoute(async ({ ctx, request }) => createInvitation(ctx, await readJson(request, invitationInput), randomSource));
