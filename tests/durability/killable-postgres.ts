import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { locateCluster } from '@/lib/db/embedded/cluster-folder';
import { openEmbeddedPostgres } from '@/lib/db/embedded/open-embedded-postgres';
import { installedBinaries, prepareBinaries, program } from '@/lib/db/embedded/pg-binaries';
import { chooseRunAs, type RunAs } from '@/lib/db/embedded/run-as';

const START_TRIES = 20;

/** The built-in PostgreSQL of a data folder, with the settings of production, always on the same port, so that a server may outlive it. */
export class KillablePostgres {
  private postmaster: number | null = null;

  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly binaries: string,
    private readonly user: RunAs | null,
  ) {}

  /** Makes the cluster as the product does, and starts it. */
  static async create(dataFolder: string): Promise<KillablePostgres> {
    const made = await openEmbeddedPostgres({ dataFolder });
    await made.stop();
    const user = chooseRunAs(join(dataFolder, 'postgres', 'cluster'));
    const folder = locateCluster(dataFolder, user);
    const postgres = new KillablePostgres(made.url, folder, prepareBinaries(installedBinaries(), join(folder, 'programs'), user), user);
    await postgres.start();
    return postgres;
  }

  /** Starts it, after a kill with its own recovery; resolves when it answers. */
  async start(): Promise<void> {
    for (let round = 0; round < START_TRIES; round++) {
      if (await this.startOnce()) return;
      // the lock and the shared memory of those killed go when the system has buried them
      await wait(100 * (round + 1));
    }
    throw new Error(`PostgreSQL did not start again: see ${join(this.folder, 'postgres.log')}.`);
  }

  /** SIGKILL to the postmaster and to every process that it started. */
  kill(): void {
    if (this.postmaster === null) return;
    const doomed = [this.postmaster, ...childrenOf(this.postmaster)];
    this.postmaster = null;
    for (const pid of doomed) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // it ended in between
      }
    }
  }

  private async startOnce(): Promise<boolean> {
    const log = openSync(join(this.folder, 'postgres.log'), 'a');
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC', 'lc_messages=C'];
    const child = spawn(
      program(this.binaries, 'postgres'),
      ['-D', join(this.folder, 'cluster'), '-p', new URL(this.url).port, ...settings.flatMap((setting) => ['-c', setting])],
      { cwd: this.folder, stdio: ['ignore', log, log], ...this.user },
    );
    closeSync(log);
    let ended = false;
    for (const end of ['exit', 'error'] as const) {
      child.once(end, () => {
        ended = true;
      });
    }
    while (!ended) {
      if (await answers(this.url)) {
        this.postmaster = child.pid ?? null;
        return true;
      }
      await wait(20);
    }
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pid, ppid]) => pid !== undefined && ppid === parent)
    .map(([pid]) => pid as number);
}
