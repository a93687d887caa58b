import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { isAlive } from './is-alive';
import { program } from './pg-binaries';
import type { RunAs } from './run-as';

/** What is needed to run and reach one cluster. */
export interface Cluster {
  /** holds `cluster`, `password` and `postgres.log` */
  readonly folder: string;
  readonly binaries: string;
  readonly user: RunAs | null;
  readonly password: string;
  /** false only for tests: trades safety against a crash for speed */
  readonly durable: boolean;
}

export const CLUSTER_ROLE = 'marginalia';

const START_TRIES = 5;
const READY_PAUSE_MILLISECONDS = 50;
/** Recovery after a power cut can take its time. */
const READY_TRIES = 2400;
const LOG_LIMIT_BYTES = 10_000_000;

/** The address of a database of the cluster. */
export function clusterUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${CLUSTER_ROLE}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** The port of a server that already serves this cluster and accepts our password, e.g. one that a killed Node left; or null. */
export async function findRunning(cluster: Cluster): Promise<number | null> {
  for (let round = 0; round < 100; round++) {
    const { pid, port } = readPidFile(cluster);
    if (pid === null || !isAlive(pid)) return null;
    if (port !== null && (await answers(cluster, port)) === 'ready') return port;
    await wait(READY_PAUSE_MILLISECONDS);
  }
  return null;
}

/** Starts the server and returns its port; tries again when a port was taken meanwhile or a dead server's lock is not yet gone. */
export async function startPostmaster(cluster: Cluster): Promise<number> {
  let lastLog = '';
  for (let round = 0; round < START_TRIES; round++) {
    const port = await freePort();
    const logStart = rotateLog(cluster);
    if (await startOnce(cluster, port)) return port;
    lastLog = readFileSync(logFile(cluster), 'utf8').slice(logStart).trim();
    await wait(300 * (round + 1));
  }
  const reason = lastLog.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lastLog.split('\n').at(-1) ?? '';
  throw new AppError('UNAVAILABLE', `PostgreSQL did not start (${reason.trim()}): see ${logFile(cluster)}.`);
}

/** Stops the server: ends its sessions, writes everything and waits until it is gone. */
export function stopPostmaster(cluster: Cluster): void {
  const data = join(cluster.folder, 'cluster');
  const stop = (mode: string) =>
    spawnSync(program(cluster.binaries, 'pg_ctl'), ['stop', '-D', data, '-m', mode, '-w', '-t', '60'], {
      cwd: cluster.folder,
      stdio: 'ignore',
      ...cluster.user,
    }).status;
  if (readPidFile(cluster).pid !== null && stop('fast') !== 0) stop('immediate');
}

async function startOnce(cluster: Cluster, port: number): Promise<boolean> {
  const log = openSync(logFile(cluster), 'a', 0o600);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    ...(cluster.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const child = spawn(
    program(cluster.binaries, 'postgres'),
    ['-D', join(cluster.folder, 'cluster'), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // Detached: Ctrl-C reaches Node alone, which flushes before it stops the database.
    { cwd: cluster.folder, detached: true, stdio: ['ignore', log, log], ...cluster.user },
  );
  closeSync(log);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  child.unref();
  for (let round = 0; round < READY_TRIES && !ended; round++) {
    if ((await answers(cluster, port)) === 'ready' && !ended) return true;
    await wait(READY_PAUSE_MILLISECONDS);
  }
  if (!ended) stopPostmaster(cluster);
  return false;
}

/** Whether the server on that port is ours (our password, our folder) and ready. */
async function answers(cluster: Cluster, port: number): Promise<'ready' | 'no'> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, port, 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder");
    return rows[0]?.folder === join(cluster.folder, 'cluster') ? 'ready' : 'no';
  } catch {
    return 'no';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readPidFile(cluster: Cluster): { pid: number | null; port: number | null } {
  try {
    const lines = readFileSync(join(cluster.folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return { pid: pid > 0 ? pid : null, port: port > 0 ? port : null };
  } catch {
    return { pid: null, port: null };
  }
}

function logFile(cluster: Cluster): string {
  return join(cluster.folder, 'postgres.log');
}

/** Keeps the log bounded; returns where the new part begins. */
function rotateLog(cluster: Cluster): number {
  const file = logFile(cluster);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  closeSync(openSync(file, 'a', 0o600));
  if (cluster.user) chownSync(file, cluster.user.uid, cluster.user.gid);
  return statSync(file).size;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
