import type { Server } from 'node:http';

/**
 * Counts the requests being answered, so that a stop can wait for them; streams of events, which end only with the page, do not count.
 * The function returned takes no more connections and resolves when nothing is being answered, or after `limit` milliseconds.
 */
export function drain(server: Server, limit: number): () => Promise<void> {
  let active = 0;
  let idle: (() => void) | null = null;
  server.on('request', (request, response) => {
    if (request.headers.accept?.includes('text/event-stream')) return;
    active += 1;
    response.once('close', () => {
      active -= 1;
      if (active === 0) idle?.();
    });
  });
  return async () => {
    server.close();
    server.closeIdleConnections();
    if (active > 0) {
      await new Promise<void>((resolve) => {
        idle = resolve;
        setTimeout(resolve, limit).unref();
      });
    }
    server.closeAllConnections();
  };
}
