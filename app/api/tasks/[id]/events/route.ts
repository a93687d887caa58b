import { actorRoute } from '@/lib/http/route';
import { getTask } from '@/lib/services/task/get-task';
import { watchTask } from '@/lib/services/task/watch-task';

export const dynamic = 'force-dynamic';

/** Server-sent events: the task as JSON at once and at every change, until it has ended. */
export const GET = actorRoute(async ({ ctx, request, params }) => {
  const first = await getTask(ctx, { taskId: params.id ?? '' });
  const encoder = new TextEncoder();
  const tasks = watchTask(ctx, first, request.signal);
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await tasks.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value ? `data: ${JSON.stringify(next.value)}\n\n` : ': still there\n\n'));
      } catch {
        // the browser asks again by itself
        controller.close();
      }
    },
    async cancel() {
      await tasks.return();
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
  });
});
