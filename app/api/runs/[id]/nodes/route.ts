import { actorRoute } from '@/lib/http/route';
import { listRunNodes } from '@/lib/services/run/list-run-nodes';

/** ?framework=…&parent=…&offset=…: the children of a node; without `parent`, the root. */
export const GET = actorRoute(({ ctx, request, params }) => {
  const query = new URL(request.url).searchParams;
  const offset = Number.parseInt(query.get('offset') ?? '0', 10);
  return listRunNodes(ctx, {
    runId: params.id ?? '',
    framework: query.get('framework') ?? '',
    parentPath: query.get('parent'),
    offset: Number.isSafeInteger(offset) ? offset : 0,
  });
});
