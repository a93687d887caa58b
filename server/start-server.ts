import { createServer } from 'node:http';
import { ensureAuthSecret } from '@/lib/auth/ensure-auth-secret';
import { publicUrl } from '@/lib/auth/public-url';
import { randomIds } from '@/lib/auth/random-ids';
import { randomSource } from '@/lib/auth/random-source';
import { systemClock } from '@/lib/auth/system-clock';
import type { SettledRoom } from '@/lib/collab/collab-options';
import { createCollab } from '@/lib/collab/create-collab';
import { closeDb, getDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER, PROGRAM_ROOT } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { openDatabase } from '@/lib/db/open-database';
import { log } from '@/lib/http/log';
import { startMail } from '@/lib/jobs/start-mail';
import { startWorker } from '@/lib/jobs/start-worker';
import { ensureSetupToken } from '@/lib/services/firm/ensure-setup-token';
import { closeAnnouncements, getAnnouncements } from '@/lib/services/live/announcements';
import { settleText } from '@/lib/services/live/settle-text';
import { checkPlace } from './check-place';
import { drain } from './drain';
import { listen } from './listen';
import { routeUpgrades } from './route-upgrades';
import { settleForwardedHeaders } from './settle-forwarded-headers';
import { startWeb } from './start-web';

/** How long a stop waits for answers that were begun. */
const ANSWER_LIMIT_MILLISECONDS = 10_000;

/** A server that serves. */
export interface RunningServer {
  readonly address: string;
  /** the one-time link of the first run; null once there is a firm */
  readonly setupLink: string | null;
  /** Takes no more, writes what is open, then closes everything, the database last. */
  stop(): Promise<void>;
}

/**
 * Starts what SERVICES names, on one port: migrates, then serves pages, the collaboration socket and the jobs.
 * Throws AppError with the way out where that cannot be; nothing stays behind then.
 */
export async function startServer(options: {
  dev: boolean;
  environment: Readonly<Record<string, string | undefined>>;
}): Promise<RunningServer> {
  process.env.MARGINALIA_PROGRAM = PROGRAM_ROOT;
  const settings = await checkPlace(options.environment);
  log.level = settings.logLevel;

  const closers: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) {
      await Promise.resolve()
        .then(close)
        .catch((error) => log.error({ error }, 'closing failed'));
    }
  };
  try {
    const database = await openDatabase(settings);
    closers.push(database.close);
    process.env.DATABASE_URL = database.url;
    const applied = await migrate(database.url, readMigrations(MIGRATIONS_FOLDER));
    if (applied.length > 0) log.info({ applied }, 'migrated');
    await ensureAuthSecret(settings.dataFolder);

    const db = getDb();
    closers.push(closeDb, closeAnnouncements);
    if (settings.services.has('worker')) {
      const worker = await startWorker({ db, databaseUrl: database.url });
      closers.push(() => worker.stop());
    }
    const keeper = { db, clock: systemClock, ids: randomIds };
    const rooms = { ...keeper, logger: log, announcements: getAnnouncements(), redisUrl: settings.redisUrl };
    const onTextSettled = (room: SettledRoom) => settleText(keeper, room);
    const collab = settings.services.has('collab') ? createCollab({ ...rooms, onTextSettled }) : null;
    if (collab) closers.push(() => collab.close());
    const web = settings.services.has('web') ? await startWeb({ dev: options.dev, host: settings.host, port: settings.port }) : null;
    if (web) closers.push(web.close);

    const server = createServer((request, response) => {
      settleForwardedHeaders(request, settings.trustProxy);
      if (web) web.handle(request, response);
      else response.writeHead(404).end();
    });
    const stopAnswering = drain(server, ANSWER_LIMIT_MILLISECONDS);
    server.on('upgrade', routeUpgrades({ collab, web, publicUrl: publicUrl() }));
    const port = await listen(server, settings.host, settings.port);
    closers.push(stopAnswering);

    const address = settings.publicUrl ?? `http://${readableHost(settings.host)}:${port}`;
    if (settings.mail && settings.services.has('worker')) {
      const mail = startMail({ db, settings: settings.mail, baseUrl: address });
      closers.push(() => mail.stop());
    }
    const token = web ? await ensureSetupToken({ db, random: randomSource }) : null;
    return { address, setupLink: token && `${address.replace(/\/$/, '')}/setup?token=${token}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readableHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
