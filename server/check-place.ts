import { accessSync, constants, mkdirSync } from 'node:fs';
import { readSettings, type Settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/core/errors';
import { probePort } from './listen';

/** Reads the settings and refuses what would keep the server from starting anyway, before anything slow is begun. */
export async function checkPlace(environment: Readonly<Record<string, string | undefined>>): Promise<Settings> {
  const settings = readSettings(environment);
  requireFolder(settings.dataFolder);
  await probePort(settings.host, settings.port);
  return settings;
}

function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new AppError(
      'UNAVAILABLE',
      `The data folder ${folder} cannot be written by this user: give the user that folder, or name another with MARGINALIA_DATA.`,
      {},
      { cause },
    );
  }
}
