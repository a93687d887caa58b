import { Redis } from '@hocuspocus/extension-redis';
import { type Document, type Extension, isTransactionOrigin } from '@hocuspocus/server';
import { removeAwarenessStates } from 'y-protocols/awareness';
import type { CollabLogger } from './collab-options';
import type { RoomContext } from './room-context';

/** How long a document stays after its last member left, so that the others can still ask for what was written last. */
const STAYS_MS = 150;
const LEFT_CHANNEL = 'marginalia#left';

/** Whose carets are gone from a document, told by another process. */
interface Left {
  readonly sender: string;
  readonly documentName: string;
  readonly clients: number[];
}

/**
 * Shares changes and carets with the other processes through Redis. Hocuspocus's extension does the talking; the hooks of it that would hold
 * up rooms while Redis is away are left out: loading waits for nothing, folding a log needs no lock of Redis, and nothing piles up for later,
 * because what was missed is read from the database.
 */
export class RedisSharing {
  readonly extension: Extension<RoomContext>;
  private readonly redis: Redis;
  private readonly documents = new Map<string, Document>();
  private readonly identifier = `marginalia-${crypto.randomUUID()}`;
  private wasReady = false;
  private closed = false;

  constructor(
    redisUrl: string,
    private readonly logger: CollabLogger,
    /** called when Redis comes or comes back, and when it goes */
    private readonly changed: (ready: boolean) => void,
  ) {
    this.redis = new Redis({ ...addressOf(redisUrl), prefix: 'marginalia', identifier: this.identifier, awaitInitialSyncTimeout: 0 });
    for (const client of [this.redis.pub, this.redis.sub]) {
      client.on('error', () => {});
      client.on('ready', () => this.look());
      client.on('close', () => this.look());
    }
    this.guardMessages();
    this.extension = this.hooks();
  }

  get ready(): boolean {
    return this.redis.pub.status === 'ready' && this.redis.sub.status === 'ready';
  }

  async close(): Promise<void> {
    this.closed = true;
    this.redis.sub.disconnect();
    if (this.redis.pub.status === 'ready') await this.redis.pub.quit().catch(() => {});
    else this.redis.pub.disconnect();
  }

  private hooks(): Extension<RoomContext> {
    const { redis } = this;
    return {
      extensionName: 'redis',
      onConfigure: (payload) => redis.onConfigure(payload),
      afterLoadDocument: async ({ documentName, document }) => {
        this.documents.set(documentName, document);
        this.join(documentName, document);
      },
      onChange: async (payload) => {
        if (this.ready) await redis.onChange(payload);
      },
      onAwarenessUpdate: async (payload) => {
        if (!this.ready || (isTransactionOrigin(payload.transactionOrigin) && payload.transactionOrigin.source === 'redis')) return;
        const { documentName, added, updated, removed } = payload;
        if (removed.length > 0) this.tellLeft({ sender: this.identifier, documentName, clients: removed });
        if (added.length + updated.length > 0) await redis.onAwarenessUpdate({ ...payload, removed: [] });
      },
      beforeUnloadDocument: async () => {
        if (this.ready) await new Promise((resolve) => setTimeout(resolve, STAYS_MS));
      },
      afterUnloadDocument: async (payload) => {
        if (payload.instance.documents.has(payload.documentName)) return;
        this.documents.delete(payload.documentName);
        await redis.afterUnloadDocument(payload);
      },
    };
  }

  /** Listens to what others have of a document, gives them what they lack, and asks who is there. */
  private join(documentName: string, document: Document): void {
    this.redis
      .afterLoadDocument({ documentName, document } as Parameters<Redis['afterLoadDocument']>[0])
      .catch((error: unknown) => this.complain(error));
  }

  private look(): void {
    if (this.closed || this.ready === this.wasReady) return;
    this.wasReady = this.ready;
    if (this.ready) {
      this.logger.info({}, 'rooms are shared with other processes through Redis');
      for (const [documentName, document] of this.documents) this.join(documentName, document);
    } else {
      this.logger.warn({}, 'Redis cannot be reached: texts are shared with other processes through the database, carets are not');
    }
    this.changed(this.ready);
  }

  /** Hocuspocus reads carets out of a message, but not that one is gone: that goes in a message of its own. */
  private tellLeft(left: Left): void {
    this.redis.pub.publish(LEFT_CHANNEL, JSON.stringify(left)).catch(() => {});
  }

  private hearLeft(message: string): void {
    const { sender, documentName, clients } = JSON.parse(message) as Left;
    const document = sender === this.identifier ? undefined : this.documents.get(documentName);
    if (document) removeAwarenessStates(document.awareness, clients, { source: 'redis' });
  }

  /** A message that cannot be read, or an answer that cannot be sent, must not stop the process: the database has everything. */
  private guardMessages(): void {
    const { sub, pub } = this.redis;
    const [handle] = sub.listeners('messageBuffer');
    sub.removeAllListeners('messageBuffer');
    sub.on('messageBuffer', async (channel: Buffer, message: Buffer) => {
      try {
        if (channel.toString() === LEFT_CHANNEL) this.hearLeft(message.toString());
        else await handle?.(channel, message);
      } catch (error) {
        this.complain(error);
      }
    });
    sub.subscribe(LEFT_CHANNEL).catch((error: unknown) => this.complain(error));
    const publish = pub.publish.bind(pub);
    pub.publish = ((channel: string, message: Buffer | string) => {
      const sent = publish(channel, message);
      sent.catch(() => {});
      return sent;
    }) as typeof pub.publish;
  }

  private complain(error: unknown): void {
    if (!this.closed) this.logger.warn({ err: error }, 'a message through Redis was lost; the text is read from the database');
  }
}

function addressOf(redisUrl: string) {
  const url = new URL(redisUrl);
  const database = Number.parseInt(url.pathname.slice(1), 10);
  return {
    host: url.hostname,
    port: url.port ? Number.parseInt(url.port, 10) : 6379,
    options: {
      ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
      ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
      ...(Number.isNaN(database) ? {} : { db: database }),
      ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
      // it is waited for as long as it takes
      maxRetriesPerRequest: null,
      retryStrategy: (tries: number) => Math.min(100 * tries, 2_000),
    },
  };
}
