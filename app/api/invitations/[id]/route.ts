import { actorRoute } from '@/lib/http/route';
import { revokeInvitation } from '@/lib/services/invitation/revoke-invitation';

export const DELETE = actorRoute(async ({ ctx, params }) => revokeInvitation(ctx, { invitationId: params.id ?? '' }));
