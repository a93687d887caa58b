import { z } from 'zod';

/** The form of the file; a form that this release does not know is refused. */
export const BACKUP_FORMAT = 1;

/** The first part of a backup: by it a file is known as one. */
export const HEADER_PART = 'marginalia-backup.json';
/** The last part: what the others must be. */
export const MANIFEST_PART = 'manifest.json';
/** The most bytes in a part; a longer table has several. */
export const PART_BYTES = 4 * 1024 * 1024;

/** Tables that a backup leaves empty: sessions, so that none that was ended comes back to life, and counts of tries. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['Session', 'RateWindow']);

/** Who backs up and restores: whoever has the shell and the data folder. */
export const COMMAND_LINE = { id: null, name: 'Command line' } as const;

/** How PostgreSQL writes and reads values in a backup, whatever its own settings are. */
export const PLAIN_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8'; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

const name = z.string().min(1).max(63);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const digits = z.string().regex(/^\d{1,19}$/);

export const backupHeaderSchema = z.object({ format: z.number().int(), id: z.uuid(), takenAt: z.iso.datetime() });

export const backupManifestSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  id: z.uuid(),
  /** the moment of the state that the backup holds */
  takenAt: z.iso.datetime(),
  /** PostgreSQL's version, for whoever reads the tables with other means */
  postgres: z.string().max(100),
  /** the migrations that the database had, in the order in which they were applied */
  migrations: z.array(z.object({ name: z.string().min(1).max(255), checksum: sha256 })).max(10_000),
  leftOut: z.array(name).max(100),
  /** in an order in which each refers only to those before it; `bytes` and `sha256` are of all its parts together */
  tables: z.array(z.object({ name, columns: z.array(name).max(1600), rows: whole, bytes: whole, sha256 })).max(1000),
  /** the last number that each counting column gave out; not less than any in its table */
  counters: z.array(z.object({ table: name, column: name, last: digits, isCalled: z.boolean() })).max(1000),
  /** each firm with the end of its audit log */
  firms: z.array(z.object({ id: z.uuid(), name: z.string(), events: digits, lastHash: sha256 })).max(100_000),
});

export type BackupManifest = z.infer<typeof backupManifestSchema>;

/** The name of a part of a table: `tables/Letter/000000.copy`. */
export function tablePart(table: string, ordinal: number): string {
  return `tables/${table}/${String(ordinal).padStart(6, '0')}.copy`;
}

/** How many rows there are, of all tables. */
export function rowCount(manifest: BackupManifest): number {
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}
