import { createHash } from 'node:crypto';
import { AppError } from '@/lib/core/errors';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  backupHeaderSchema,
  backupManifestSchema,
  HEADER_PART,
  MANIFEST_PART,
  tablePart,
} from './backup-manifest';
import { damaged, NO_BACKUP, readParts } from './read-parts';
import type { BackupPart } from './write-parts';

interface Measured {
  readonly hash: ReturnType<typeof createHash>;
  bytes: number;
  parts: number;
}

/**
 * Reads a backup from its first to its last byte and returns its manifest, when every part is what the manifest says. Throws UNREADABLE_FILE where
 * the file is none, or damaged; CHECK_FAILED where its form is of a later release; TOO_LARGE as readParts does.
 */
export async function verifyBackup(path: string): Promise<BackupManifest> {
  const measured = new Map<string, Measured>();
  let id: string | null = null;
  let manifest: BackupManifest | null = null;
  for await (const part of readParts(path)) {
    if (id === null) id = readHeader(part);
    else if (manifest !== null) throw new AppError('UNREADABLE_FILE', damaged('something follows the manifest'));
    else if (part.name === MANIFEST_PART) manifest = readManifest(part);
    else measure(measured, part);
  }
  if (manifest === null || manifest.id !== id) throw new AppError('UNREADABLE_FILE', damaged('its manifest is missing'));
  for (const table of manifest.tables) {
    const found = measured.get(table.name);
    const sha256 = (found?.hash ?? createHash('sha256')).digest('hex');
    if ((found?.bytes ?? 0) !== table.bytes || sha256 !== table.sha256) {
      throw new AppError('UNREADABLE_FILE', damaged(`the table ${table.name} is not what was written`));
    }
    measured.delete(table.name);
  }
  const [unknown] = measured.keys();
  if (unknown !== undefined) throw new AppError('UNREADABLE_FILE', damaged(`the manifest does not know the table ${unknown}`));
  return manifest;
}

function readHeader({ name, bytes }: BackupPart): string {
  const header = name === HEADER_PART ? backupHeaderSchema.safeParse(json(bytes)) : null;
  if (!header?.success) throw new AppError('UNREADABLE_FILE', NO_BACKUP);
  if (header.data.format > BACKUP_FORMAT) {
    throw new AppError(
      'CHECK_FAILED',
      `The backup has form ${header.data.format}, and this release reads ${BACKUP_FORMAT}: update the program, then restore.`,
    );
  }
  return header.data.id;
}

function readManifest({ bytes }: BackupPart): BackupManifest {
  const manifest = backupManifestSchema.safeParse(json(bytes));
  if (!manifest.success) throw new AppError('UNREADABLE_FILE', damaged('its manifest cannot be read'));
  return manifest.data;
}

function measure(measured: Map<string, Measured>, { name, bytes }: BackupPart): void {
  const table = /^tables\/([^/]+)\/\d+\.copy$/.exec(name)?.[1] ?? '';
  const found = measured.get(table) ?? { hash: createHash('sha256'), bytes: 0, parts: 0 };
  if (name !== tablePart(table, found.parts)) throw new AppError('UNREADABLE_FILE', damaged(`${name} stands where it does not belong`));
  found.hash.update(bytes);
  found.bytes += bytes.length;
  found.parts += 1;
  measured.set(table, found);
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
