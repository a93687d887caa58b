import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@/lib/core/errors';
import { isAlive } from './is-alive';

const PATIENCE = 600;
const PAUSE_MILLISECONDS = 100;

/** The locks that this very process holds: a file with its number that is not among them was left by a namesake. */
const held = new Set<string>();

/** Runs one action at a time among the processes that share a cluster; a lock left by a dead process is taken over. */
export async function withStartLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  await take(file);
  try {
    return await action();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

async function take(file: string): Promise<void> {
  for (let round = 0; round < PATIENCE; round++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      held.add(file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    // An empty file is a lock being taken just now, unless it stays empty.
    const abandoned = holder === null ? round > 20 : holder === process.pid ? !held.has(file) : !isAlive(holder);
    if (abandoned) rmSync(file, { force: true });
    else await wait(PAUSE_MILLISECONDS);
  }
  throw new AppError(
    'UNAVAILABLE',
    `Another process has been starting or stopping the database for a minute: end it, or delete ${file} if there is none.`,
  );
}

function readHolder(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
