import pg from 'pg';
import { ANNOUNCEMENT_CHANNEL, type Announcement } from './announcement';

type Listener = (announcement: Announcement) => void;

const RETRY_MS = 1_000;

/**
 * What the database announces, to whoever listens in this process, over one connection that comes back by itself. After a gap every listener
 * hears `onGap`, because something may have been missed: read again what you show.
 */
export class Announcements {
  private readonly listeners = new Set<Listener>();
  private readonly gapListeners = new Set<() => void>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;
  private ready: Promise<void> | null = null;

  constructor(private readonly databaseUrl: string) {}

  /** Hears announcements from when the promise resolves; call the function it gives to stop. */
  async subscribe(listener: Listener, onGap: () => void = () => {}): Promise<() => void> {
    this.listeners.add(listener);
    this.gapListeners.add(onGap);
    this.ready ??= this.connect();
    await this.ready;
    return () => {
      this.listeners.delete(listener);
      this.gapListeners.delete(onGap);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    this.listeners.clear();
    this.gapListeners.clear();
    await this.client?.end().catch(() => {});
    this.client = null;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'marginalia announcements' });
    client.on('notification', ({ payload }) => this.tell(payload));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${ANNOUNCEMENT_CHANNEL}`);
      this.client = client;
    } catch {
      this.lost(client);
    }
  }

  private lost(client: pg.Client): void {
    client.removeAllListeners();
    client.on('error', () => {});
    void client.end().catch(() => {});
    if (this.client === client) this.client = null;
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(async () => {
      await this.connect();
      if (this.client) for (const onGap of [...this.gapListeners]) onGap();
    }, RETRY_MS);
    this.retry.unref();
  }

  private tell(payload: string | undefined): void {
    const announcement = JSON.parse(payload ?? 'null') as Announcement | null;
    if (announcement) for (const listener of [...this.listeners]) listener(announcement);
  }
}

const kept = globalThis as typeof globalThis & { marginaliaAnnouncements?: { url: string; announcements: Announcements } };

/** The process's one listener on DATABASE_URL; kept on the global object because hot reload loads this module again. */
export function getAnnouncements(): Announcements {
  const url = process.env.DATABASE_URL ?? '';
  if (kept.marginaliaAnnouncements?.url !== url) {
    void kept.marginaliaAnnouncements?.announcements.close();
    kept.marginaliaAnnouncements = { url, announcements: new Announcements(url) };
  }
  return kept.marginaliaAnnouncements.announcements;
}

/** Closes the process's listener, if there is one. */
export async function closeAnnouncements(): Promise<void> {
  const open = kept.marginaliaAnnouncements;
  kept.marginaliaAnnouncements = undefined;
  await open?.announcements.close();
}
