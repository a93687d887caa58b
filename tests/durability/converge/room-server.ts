import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Collab, createCollab } from '@/lib/collab/create-collab';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { Announcements } from '@/lib/services/live/announcements';

const NEVER_MS = 3_600_000;

/** The product's rooms on a port that stays, under a server that can be replaced by a new one with an empty memory. */
export class RoomServer {
  collab: Collab;
  readonly errors: string[] = [];
  private readonly past: Collab[] = [];
  private readonly sockets = new Set<Duplex>();
  private readonly http: Server = createServer();

  private constructor(
    private readonly db: PrismaClient,
    private readonly announcements: Announcements,
  ) {
    this.collab = this.make();
    this.http.on('upgrade', (request, socket, head) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      this.collab.handleUpgrade(request, socket, head);
    });
  }

  static async start(db: PrismaClient, announcements: Announcements): Promise<RoomServer> {
    const server = new RoomServer(db, announcements);
    await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get host(): string {
    return `127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  /** Another server takes the place of this one, which drops every connection and forgets every room. */
  restart(): void {
    for (const socket of this.sockets) socket.destroy();
    this.past.push(this.collab);
    this.collab = this.make();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.http.close();
    await Promise.all([...this.past, this.collab].map((collab) => collab.close()));
  }

  private make(): Collab {
    const note = (details: object, message: string) => {
      this.errors.push(`${message} ${JSON.stringify(details, (key, value) => (key === 'err' ? String(value) : value))}`);
    };
    return createCollab({
      db: this.db,
      announcements: this.announcements,
      logger: { info: () => {}, warn: note, error: note },
      clock: () => new Date(),
      ids: randomUUID,
      compactAfterMs: NEVER_MS,
      compactWithinMs: NEVER_MS,
    });
  }
}
