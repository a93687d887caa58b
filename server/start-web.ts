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
  const next = createNext({
    dev: options.dev,
    dir: PROGRAM_ROOT,
    hostname: options.host,
    port: options.port,
    // Next would add its own upgrade handler to the server a request came from; it gets one that nobody connects to.
    httpServer: new Server(),
  });
  await next.prepare();
  const upgrade = next.getUpgradeHandler();
  const handle = next.getRequestHandler();
  return {
    handle: (request, response) => void handle(request, response),
    upgrade: options.dev ? (request, socket, head) => void upgrade(request, socket, head) : null,
    close: () => next.close(),
  };
}
