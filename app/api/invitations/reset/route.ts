import { readJson } from '@/lib/http/read-json';
import { publicRoute } from '@/lib/http/route';
import { resetInput, resetPassword } from '@/lib/services/invitation/reset-password';

export const POST = publicRoute(async ({ ctx, request }) => resetPassword(ctx, await readJson(request, resetInput)));
