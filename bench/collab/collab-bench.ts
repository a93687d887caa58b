import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createDatabaseClient } from '@/lib/db/client';
import { openEmbeddedPostgres } from '@/lib/db/embedded/open-embedded-postgres';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import type { BenchFigure } from '../measure/figure';
import { freePort } from '../measure/free-port';
import { startChild } from './child-process';
import { keystrokeFigures } from './keystroke-figures';
import { makeLetterRooms } from './letter-rooms';
import { roomFigures } from './room-figures';
import type { Stage } from './stage';
import { throughputFigures } from './throughput-figures';

const EDITORS = 200;
const SECTIONS = 500;

/** The figures of rooms: keystrokes to peers, changes per second beside bare Hocuspocus, memory of rooms. */
export async function* figures(folder: string): AsyncGenerator<BenchFigure> {
  process.env.NEXTAUTH_SECRET ??= randomBytes(16).toString('hex');
  const dataFolder = join(folder, 'data');
  const postgres = await openEmbeddedPostgres({ dataFolder });
  try {
    await migrate(postgres.url, readMigrations(MIGRATIONS_FOLDER));
    const db = createDatabaseClient(postgres.url);
    const letter = await makeLetterRooms(db, SECTIONS, EDITORS);
    await db.$disconnect();
    const port = String(await freePort());
    const environment = { PORT: port, HOST: '127.0.0.1', NODE_ENV: 'production', LOG_LEVEL: 'error', SERVICES: 'collab' };
    const own = { ...environment, DATABASE_URL: postgres.url, MARGINALIA_DATA: dataFolder, NEXTAUTH_URL: '' };
    const stage: Stage = {
      ...letter,
      host: `127.0.0.1:${port}`,
      startOwn: () => startChild('server/main.ts', own, 'Marginalia is at'),
      startBare: () => startChild('bench/collab/bare-server.ts', environment, 'ready'),
    };
    yield* keystrokeFigures(stage);
    yield* throughputFigures(stage);
    yield* roomFigures(stage);
  } finally {
    await postgres.stop();
  }
}
