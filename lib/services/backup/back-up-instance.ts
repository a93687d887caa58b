import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import type { Clock } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { appendAuditEvents } from '../audit/append-audit-events';
import { type BackupManifest, COMMAND_LINE } from './backup-manifest';
import { readSnapshot } from './read-snapshot';
import { type WrittenFile, writeParts } from './write-parts';

interface BackUp {
  readonly db: PrismaClient;
  /** the address of the same database */
  readonly url: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** the file to make; nothing may be there yet */
  readonly path: string;
}

export interface BackedUp extends WrittenFile {
  readonly manifest: BackupManifest;
}

/**
 * Writes the whole instance, as it is at one moment, to a new file, while whoever works on it works on. The file gets its name when it is
 * whole and the log of every firm tells of it. An act of the operator: whoever reaches the database may do it. Throws CONFLICT where
 * something has that name, NOT_FOUND without a folder or a firm, CHECK_FAILED on a database that a migration left half changed.
 */
export async function backUpInstance({ db, url, clock, ids, path }: BackUp): Promise<BackedUp> {
  refuseTaken(path);
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) throw new AppError('NOT_FOUND', `There is no folder ${folder}: make it first.`);
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
  try {
    const { written, manifest } = await writeSnapshot(url, partial, ids(), clock());
    await db.$transaction(async (tx) => {
      for (const { id: firmId, events } of manifest.firms) {
        const data = { backupId: manifest.id, takenAt: manifest.takenAt, sha256: written.sha256, events };
        const event = { type: 'firm.backed-up', subject: { type: 'firm', id: firmId }, data } as const;
        await appendAuditEvents(tx, { firmId, actor: COMMAND_LINE, clock, ids }, [event]);
      }
    });
    refuseTaken(path);
    await rename(partial, path);
    return { ...written, manifest };
  } catch (error) {
    await rm(partial, { force: true });
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new AppError('UNAVAILABLE', `The disk has no room for ${path}. Nothing of it was kept.`, {}, { cause: error });
  }
}

function refuseTaken(path: string): void {
  if (existsSync(path)) throw new AppError('CONFLICT', `${path} is there already, and no backup writes over a file: choose another name.`);
}

async function writeSnapshot(
  url: string,
  path: string,
  id: string,
  takenAt: Date,
): Promise<{ written: WrittenFile; manifest: BackupManifest }> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { manifest, parts } = await readSnapshot(client, id, takenAt);
    const written = await writeParts(path, parts, takenAt);
    await client.query('commit');
    return { written, manifest };
  } finally {
    await client.end();
  }
}
