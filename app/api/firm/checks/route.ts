import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { changeCheckSettings } from '@/lib/services/firm/change-check-settings';
import { checkSettingsSchema } from '@/lib/services/firm/check-settings';

export const PUT = actorRoute(async ({ ctx, request }) => ({
  checks: await changeCheckSettings(ctx, await readJson(request, checkSettingsSchema)),
}));
