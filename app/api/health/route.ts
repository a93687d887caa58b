import { publicRoute } from '@/lib/http/route';

/** Whether this process can do its work: it answers, and so does its database. */
export const GET = publicRoute(async ({ ctx }) => {
  await ctx.db.$queryRaw`select 1`;
  return { service: 'marginalia', database: 'ok' };
});
