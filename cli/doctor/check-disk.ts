import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Finding } from './finding';

/** PostgreSQL stops where its disk is full; some of it goes to its own log of changes. */
const LEAST_BYTES = 1e9;
const COMFORTABLE_BYTES = 5e9;

/** The bytes that are free for this user on the disk of a folder, or of where it would be made. */
export function freeBytes(folder: string): number {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  return bavail * bsize;
}

/** The data folder's disk has room for the database to grow. */
export function checkDisk(folder: string, free: number = freeBytes(folder)): Finding {
  const name = 'disk space';
  const detail = `${(free / 1e9).toFixed(1)} GB free for ${folder}`;
  if (free >= COMFORTABLE_BYTES) return { name, state: 'ok', detail };
  const mend = 'Make room, or move the data folder to a larger disk and name it with MARGINALIA_DATA.';
  return { name, state: free < LEAST_BYTES ? 'fault' : 'optional', detail, mend };
}
