import { z } from 'zod';
import { isId } from '@/lib/core/ids';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { listNotices } from '@/lib/services/inbox/list-notices';
import { markAllNotices } from '@/lib/services/inbox/mark-notices';

export const GET = actorRoute(({ ctx, request }) => {
  const query = new URL(request.url).searchParams;
  const before = query.get('before') ?? undefined;
  return listNotices(ctx, { before: before && isId(before) ? before : undefined, unreadOnly: query.get('unread') === 'yes' });
});

const all = z.strictObject({ read: z.literal(true) });

export const PATCH = actorRoute(async ({ ctx, request }) => {
  await readJson(request, all);
  return { marked: await markAllNotices(ctx) };
});
