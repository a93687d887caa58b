import { actorRoute } from '@/lib/http/route';
import { getFramework } from '@/lib/services/framework/get-framework';

/** The framework as a file that can be imported again. */
export const GET = actorRoute(
  async ({ ctx, params }) => {
    const { framework } = await getFramework(ctx, { key: params.key ?? '' });
    return new Response(`${JSON.stringify(framework, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${framework.id}.json"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
  { plainParams: ['key'] },
);
