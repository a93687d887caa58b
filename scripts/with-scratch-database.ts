import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '@/lib/db/embedded/open-embedded-postgres';

/** Runs an action with the address of an empty database that is gone afterwards. */
export async function withScratchDatabase<T>(action: (url: string) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'marginalia-scratch-'));
  const postgres = await openEmbeddedPostgres({ dataFolder, durable: false });
  try {
    return await action(postgres.url);
  } finally {
    await postgres.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
