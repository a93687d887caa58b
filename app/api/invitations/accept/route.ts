import { readJson } from '@/lib/http/read-json';
import { publicRoute } from '@/lib/http/route';
import { acceptInput, acceptInvitation } from '@/lib/services/invitation/accept-invitation';

export const POST = publicRoute(async ({ ctx, request }) => acceptInvitation(ctx, await readJson(request, acceptInput)));
