import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hocuspocus, WebSocketLike } from '@hocuspocus/server';
import { WebSocket, WebSocketServer } from 'ws';
import { publicUrl } from '@/lib/auth/public-url';
import { isAllowedOrigin } from '@/lib/http/allowed-origin';
import type { CollabLimits } from './collab-options';
import type { RoomContext } from './room-context';
import { UpdateFunnel } from './update-funnel';

const HEARTBEAT_MS = 30_000;

/** Lets WebSockets in: only from pages of this server, messages of bounded size, dead peers noticed, slow ones cut off. */
export class SocketDoor {
  private readonly server: WebSocketServer;
  private readonly alive = new WeakSet<WebSocket>();
  private readonly heartbeat: NodeJS.Timeout;
  private closed = false;

  constructor(
    private readonly hocuspocus: Hocuspocus<RoomContext>,
    private readonly limits: CollabLimits,
  ) {
    this.server = new WebSocketServer({ noServer: true, maxPayload: 4 * limits.messageBytes, perMessageDeflate: false });
    this.heartbeat = setInterval(() => this.dropDead(), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.closed) refuse(socket, '503 Service Unavailable');
    else if (!isAllowedOrigin(request.headers.origin, request.headers.host, publicUrl())) refuse(socket, '403 Forbidden');
    else this.server.handleUpgrade(request, socket, head, (webSocket) => this.enter(webSocket, request));
  }

  /** No more sockets come in; those that are open stay. */
  shut(): void {
    this.closed = true;
    clearInterval(this.heartbeat);
  }

  /** Closes every socket, those that do not answer by force. */
  async close(code: number, reason: string): Promise<void> {
    const open = [...this.server.clients];
    for (const client of open) client.close(code, reason);
    await Promise.race([Promise.all(open.map(closing)), new Promise((resolve) => setTimeout(resolve, 1000))]);
    for (const client of this.server.clients) client.terminate();
    this.server.close();
  }

  private enter(webSocket: WebSocket, request: IncomingMessage): void {
    this.alive.add(webSocket);
    const funnel = new UpdateFunnel((message) => connection.handleMessage(message));
    const connection = this.hocuspocus.handleConnection(this.guarded(webSocket, funnel), asRequest(request), {});
    webSocket.on('pong', () => this.alive.add(webSocket));
    webSocket.on('message', (data: Buffer) => funnel.receive(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
    webSocket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
    webSocket.on('error', () => webSocket.terminate());
  }

  /** A client that does not take what it is sent is cut off before its backlog fills the memory; it comes back and synchronises. */
  private guarded(webSocket: WebSocket, funnel: UpdateFunnel): WebSocketLike {
    const limit = this.limits.unsentBytes;
    return {
      get readyState() {
        return webSocket.readyState;
      },
      send(data) {
        if (webSocket.bufferedAmount > limit) webSocket.terminate();
        else if (data instanceof Uint8Array) funnel.answer(data, (message) => webSocket.send(message));
        else if (typeof data === 'string' || ArrayBuffer.isView(data)) webSocket.send(data);
      },
      close: (code, reason) => webSocket.close(code, reason),
    };
  }

  private dropDead(): void {
    for (const client of this.server.clients) {
      if (!this.alive.delete(client)) client.terminate();
      else client.ping();
    }
  }
}

function closing(webSocket: WebSocket): Promise<void> {
  if (webSocket.readyState === WebSocket.CLOSED) return Promise.resolve();
  return new Promise((resolve) => webSocket.once('close', () => resolve()));
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function asRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return new Request(new URL(request.url ?? '/', 'http://localhost'), { headers });
}
