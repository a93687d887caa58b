import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isAllowedOrigin } from '@/lib/http/allowed-origin';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

interface Receivers {
  readonly collab: { readonly handleUpgrade: Upgrade } | null;
  /** `upgrade` exists in development, for hot reload */
  readonly web: { readonly upgrade: Upgrade | null } | null;
  readonly publicUrl: string | undefined;
}

/**
 * Sends each WebSocket where it belongs: `/collab` to the rooms, when it comes from a page of this server; Next's own to Next;
 * anything else is refused.
 */
export function routeUpgrades({ collab, web, publicUrl }: Receivers): Upgrade {
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path === '/collab' && collab) {
      if (isAllowedOrigin(request.headers.origin, request.headers.host, publicUrl)) collab.handleUpgrade(request, socket, head);
      else refuse(socket, '403 Forbidden');
    } else if (path.startsWith('/_next/') && web?.upgrade) {
      web.upgrade(request, socket, head);
    } else {
      refuse(socket, '404 Not Found');
    }
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
