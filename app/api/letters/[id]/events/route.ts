import { actorRoute } from '@/lib/http/route';
import { getAnnouncements } from '@/lib/services/live/announcements';
import { watchLetter } from '@/lib/services/live/watch-letter';

export const dynamic = 'force-dynamic';

const SIGN_OF_LIFE_MS = 20_000;

/** Server-sent events: what around the letter changed and should be read again, while the page is open. */
export const GET = actorRoute(async ({ ctx, request, params }) => {
  const encoder = new TextEncoder();
  let send = (_text: string) => {};
  const stop = await watchLetter(ctx, getAnnouncements(), params.id ?? '', (news) => send(`data: ${JSON.stringify(news)}\n\n`));
  const life = setInterval(() => send(': still there\n\n'), SIGN_OF_LIFE_MS);
  const leave = () => {
    clearInterval(life);
    stop();
  };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (text) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          leave();
        }
      };
      send('retry: 2000\n\n');
      request.signal.addEventListener('abort', leave);
    },
    cancel: leave,
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
  });
});
