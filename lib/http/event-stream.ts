const SIGN_OF_LIFE_MS = 15_000;

interface EventStream {
  /** Ends the stream when the reader is gone. */
  readonly signal: AbortSignal;
  /** Begins to tell; gives the function that stops it. A refusal here is an ordinary answer, because nothing was sent yet. */
  readonly subscribe: (tell: (event: unknown) => void) => Promise<() => void>;
  /** Whether the reader may still listen: asked with every sign of life, so that a revoked session hears nothing for long. */
  readonly mayListen: () => Promise<boolean>;
  readonly signOfLifeMs?: number;
}

/** Server-sent events, each as JSON, until the reader leaves or may listen no more. */
export async function eventStream({ signal, subscribe, mayListen, signOfLifeMs = SIGN_OF_LIFE_MS }: EventStream): Promise<Response> {
  const encoder = new TextEncoder();
  let send = (_text: string) => {};
  let end = () => {};
  const stop = await subscribe((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  const life = setInterval(async () => {
    if (await mayListen().catch(() => false)) send(': still there\n\n');
    else end();
  }, signOfLifeMs);
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
      end = () => {
        leave();
        try {
          controller.close();
        } catch {
          // the reader closed it first
        }
      };
      send('retry: 2000\n\n');
      signal.addEventListener('abort', end);
    },
    cancel: leave,
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' },
  });
}
