import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import createNext from 'next';
import { PROGRAM_ROOT } from '@/lib/db/migrations/migrations-folder';

/** The pages and routes. */
export interface Web {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** hot reload's sockets, in development */
  readonly upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | null;
  close(): Promise<void>;
}

/** Prepares Next; it listens to nothing of its own. */
export async function startWeb(options: { dev: boolean; host: string; port: number }): Promise<Web> {
  const sockets = new Server();
  const next = createNext({
    dev: options.dev,
    dir: PROGRAM_ROOT,
    hostname: options.host,
    port: options.port,
    // Next listens for upgrades on the server that it is given: it gets one that nobody connects to, and hears of its own sockets through it.
    httpServer: sockets,
  });
  await next.prepare();
  const handle = next.getRequestHandler();
  return {
    handle: (request, response) => void handle(request, response),
    upgrade: options.dev ? (request, socket, head) => void sockets.emit('upgrade', request, socket, head) : null,
    close: () => next.close(),
  };
}
