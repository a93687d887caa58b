import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { canReach, type RunAs } from './run-as';

/** Where root keeps clusters whose data folder lies where PostgreSQL's user cannot enter. */
const SHARED_STATE = '/var/lib/marginalia';

/**
 * The folder of the cluster, its password and its log: `<data>/postgres`, or, for root with a data folder that PostgreSQL's user
 * cannot enter, a folder elsewhere that `<data>/postgres/location` names. Makes what is missing.
 */
export function locateCluster(dataFolder: string, user: RunAs | null): string {
  const own = join(dataFolder, 'postgres');
  try {
    mkdirSync(own, { recursive: true, mode: user ? 0o711 : 0o700 });
    if (!user) return own;
    const location = join(own, 'location');
    if (existsSync(location)) return makeReachable(readFileSync(location, 'utf8').trim());
    // Passing through suffices: names in the data folder stay hidden from others.
    chmodSync(dataFolder, 0o711);
    chmodSync(own, 0o755);
    if (canReach(own, user)) return own;
    const elsewhere = makeReachable(join(SHARED_STATE, randomBytes(8).toString('hex')));
    writeFileSync(location, `${elsewhere}\n`);
    return elsewhere;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'UNAVAILABLE',
      `The data folder ${dataFolder} cannot be written by this user: give the user that folder, or name another with MARGINALIA_DATA.`,
      {},
      { cause },
    );
  }
}

function makeReachable(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}
