import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { locateCluster } from './cluster-folder';
import { enterCluster, leaveCluster } from './cluster-users';
import { initialiseCluster, readPassword } from './initialise-cluster';
import { installedBinaries, prepareBinaries } from './pg-binaries';
import { type Cluster, clusterUrl, findRunning, startPostmaster, stopPostmaster } from './postmaster';
import { chooseRunAs } from './run-as';
import { withStartLock } from './start-lock';

const DATABASE = 'marginalia';
/** The major version of the programs that package.json pins; a cluster of another one cannot be served. */
const MAJOR_VERSION = '18';

/** A cluster that this process uses. */
export interface EmbeddedPostgres {
  /** the address of the `marginalia` database */
  readonly url: string;
  /** true when a server was already running and was taken over */
  readonly adopted: boolean;
  /** Stops the server, unless another living process uses it too. */
  stop(): Promise<void>;
}

/**
 * Serves the PostgreSQL of a data folder on a random loopback port, making it on first use; takes over a server that still runs.
 * Throws UNAVAILABLE with the way out when that cannot be.
 */
export async function openEmbeddedPostgres(options: { dataFolder: string; durable?: boolean }): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  const user = chooseRunAs(join(dataFolder, 'postgres', 'cluster'));
  const folder = locateCluster(dataFolder, user);
  const lock = join(folder, 'start.lock');
  return withStartLock(lock, async () => {
    const binaries = prepareBinaries(installedBinaries(), join(folder, 'programs'), user);
    refuseOtherVersion(folder);
    const password = readPassword(folder);
    initialiseCluster(folder, binaries, user, password);
    const cluster: Cluster = { folder, binaries, user, password, durable: options.durable ?? true };
    const running = await findRunning(cluster);
    const port = running ?? (await startPostmaster(cluster));
    await createDatabaseIfMissing(clusterUrl(cluster, port, 'postgres'));
    const note = enterCluster(folder);
    return {
      url: clusterUrl(cluster, port, DATABASE),
      adopted: running !== null,
      stop: () =>
        withStartLock(lock, async () => {
          if (leaveCluster(folder, note)) stopPostmaster(cluster);
        }),
    };
  });
}

function refuseOtherVersion(folder: string): void {
  const file = join(folder, 'cluster', 'PG_VERSION');
  if (!existsSync(file)) return;
  const version = readFileSync(file, 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new AppError(
    'UNAVAILABLE',
    `The database in ${folder} was made by PostgreSQL ${version} and this release brings ${MAJOR_VERSION}: back it up with the release that made it and restore it here.`,
  );
}

async function createDatabaseIfMissing(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
