import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/core/errors';

/** Refuses (NOT_FOUND) a data folder without a database, where asking for it would make an empty one. */
export function refuseNewFolder({ databaseUrl, dataFolder }: Settings): void {
  if (databaseUrl || existsSync(join(dataFolder, 'postgres'))) return;
  throw new AppError(
    'NOT_FOUND',
    `There is no instance in ${dataFolder}: name its data folder with MARGINALIA_DATA, or its server with DATABASE_URL.`,
  );
}
