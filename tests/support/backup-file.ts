import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  HEADER_PART,
  MANIFEST_PART,
  PART_BYTES,
  tablePart,
} from '@/lib/services/backup/backup-manifest';
import { readParts } from '@/lib/services/backup/read-parts';
import { verifyBackup } from '@/lib/services/backup/verify-backup';
import { type BackupPart, writeParts } from '@/lib/services/backup/write-parts';

const ID = '11111111-2222-4333-8444-555555555555';
const AT = '2026-07-01T14:00:00.000Z';

/** A manifest of tables with these contents; its other fields are right unless given. */
export function manifestOf(tables: Readonly<Record<string, string>>, given: Partial<BackupManifest> = {}): BackupManifest {
  return {
    ...{ format: BACKUP_FORMAT, id: ID, takenAt: AT, postgres: '18.4', migrations: [], leftOut: [], counters: [], firms: [] },
    tables: Object.entries(tables).map(([name, text]) => ({
      ...{ name, columns: ['id'], rows: text.split('\n').length - 1, bytes: Buffer.byteLength(text) },
      sha256: createHash('sha256').update(text).digest('hex'),
    })),
    ...given,
  };
}

/** The parts of a backup of these tables, as `marginalia backup` writes them. */
export function partsOf(tables: Readonly<Record<string, string>>, manifest: BackupManifest = manifestOf(tables)): BackupPart[] {
  const part = (name: string, content: unknown): BackupPart => ({ name, bytes: Buffer.from(JSON.stringify(content)) });
  return [
    part(HEADER_PART, { format: manifest.format, id: manifest.id, takenAt: manifest.takenAt }),
    ...Object.entries(tables).flatMap(([name, text]) => {
      const bytes = Buffer.from(text);
      const count = Math.ceil(bytes.length / PART_BYTES);
      return Array.from({ length: count }, (_, ordinal) => ({
        name: tablePart(name, ordinal),
        bytes: bytes.subarray(ordinal * PART_BYTES, (ordinal + 1) * PART_BYTES),
      }));
    }),
    part(MANIFEST_PART, manifest),
  ];
}

/** Writes parts to a file, in the place of one that is there. */
export async function writeBackup(path: string, parts: Iterable<BackupPart>): Promise<void> {
  rmSync(path, { force: true });
  async function* each(): AsyncGenerator<BackupPart> {
    yield* parts;
  }
  await writeParts(path, each(), new Date(AT));
}

/** Changes the text of a table in a backup, with a manifest that fits it: what no damage does, but whoever wants to. */
export async function changeTable(path: string, table: string, change: (text: string) => string): Promise<void> {
  const manifest = await verifyBackup(path);
  const found: Record<string, Uint8Array[]> = {};
  for await (const { name, bytes } of readParts(path)) {
    const of = /^tables\/([^/]+)\//.exec(name)?.[1];
    if (of !== undefined) found[of] = [...(found[of] ?? []), bytes];
  }
  const texts = Object.fromEntries(Object.entries(found).map(([name, pieces]) => [name, Buffer.concat(pieces).toString('utf8')]));
  texts[table] = change(texts[table] ?? '');
  const measured = manifestOf(texts).tables;
  const tables = manifest.tables.map((each) => {
    const { bytes, sha256 } = measured.find(({ name }) => name === each.name) ?? each;
    return { ...each, bytes, sha256 };
  });
  await writeBackup(path, partsOf(texts, { ...manifest, tables }));
}
