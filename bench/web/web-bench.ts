import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { programFile } from '@/lib/config/program-root';
import { createDatabaseClient } from '@/lib/db/client';
import { openEmbeddedPostgres } from '@/lib/db/embedded/open-embedded-postgres';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { startChild } from '../collab/child-process';
import type { BenchFigure } from '../measure/figure';
import { freePort } from '../measure/free-port';
import { keystrokeFigures } from './keystroke-figures';
import { makeLetter } from './make-letter';
import { openingFigures } from './opening-figures';
import type { WebStage } from './web-stage';

const SECTIONS = 100;

/** The figures of the letter's page in Chromium, from the production build and the product's server with the settings of production. */
export async function* figures(folder: string): AsyncGenerator<BenchFigure> {
  const built = spawnSync(process.execPath, [programFile('scripts/build.mjs'), '--if-needed'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('The pages could not be built.');
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('hex');
  const dataFolder = join(folder, 'data');
  const postgres = await openEmbeddedPostgres({ dataFolder });
  try {
    await migrate(postgres.url, readMigrations(MIGRATIONS_FOLDER));
    const db = createDatabaseClient(postgres.url);
    const letter = await makeLetter(db, SECTIONS);
    await db.$disconnect();
    const address = `http://127.0.0.1:${await freePort()}`;
    const environment = { PORT: new URL(address).port, HOST: '127.0.0.1', NODE_ENV: 'production', LOG_LEVEL: 'error', NEXTAUTH_URL: '' };
    const own = { ...environment, DATABASE_URL: postgres.url, MARGINALIA_DATA: dataFolder, SERVICES: '', NEXT_TELEMETRY_DISABLED: '1' };
    const server = await startChild('server/main.ts', own, 'Marginalia is at');
    try {
      const stage: WebStage = { ...letter, address };
      yield* openingFigures(stage);
      yield* keystrokeFigures(stage);
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
  }
}
