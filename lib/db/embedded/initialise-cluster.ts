import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { program } from './pg-binaries';
import { CLUSTER_ROLE } from './postmaster';
import type { RunAs } from './run-as';

/** The cluster's password: made once, readable by the owner of the data folder alone. */
export function readPassword(folder: string): string {
  const file = join(folder, 'password');
  if (existsSync(join(folder, 'cluster')) && !existsSync(file)) {
    throw new AppError(
      'UNAVAILABLE',
      `The database's password file ${file} is missing: restore it, or start with another data folder (MARGINALIA_DATA).`,
    );
  }
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Makes the cluster if there is none. One that was interrupted leaves nothing that looks like a cluster. */
export function initialiseCluster(folder: string, binaries: string, user: RunAs | null, password: string): void {
  const finished = join(folder, 'cluster');
  if (existsSync(finished)) return;
  const making = join(folder, 'cluster.new');
  const passwordFile = join(folder, 'password.initdb');
  rmSync(making, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (user) for (const path of [making, passwordFile]) chownSync(path, user.uid, user.gid);
  const options = [
    ...['-D', making, `--username=${CLUSTER_ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  ];
  const result = spawnSync(program(binaries, 'initdb'), options, { cwd: folder, encoding: 'utf8', ...user });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    const reason = (result.error?.message ?? result.stderr).trim().split('\n').at(-1);
    throw new AppError(
      'UNAVAILABLE',
      `The database could not be made in ${folder} (${reason}): mend that, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  renameSync(making, finished);
}
