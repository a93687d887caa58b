import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { manifestOf, partsOf, writeBackup } from '@/tests/support/backup-file';

const TABLES = { Firm: 'one\n' };
const migrations = readMigrations(MIGRATIONS_FOLDER).map(({ name, checksum }) => ({ name, checksum }));

let folder: string;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginalia-backup-'));
  await writeBackup(file('whole'), partsOf(TABLES, manifestOf(TABLES, { migrations: migrations.slice(0, 1) })));
  const newer = [...migrations, { name: '29991231000000_later', checksum: 'f'.repeat(64) }];
  await writeBackup(file('newer'), partsOf(TABLES, manifestOf(TABLES, { migrations: newer })));
  writeFileSync(file('cut'), readFileSync(file('whole')).subarray(0, -20));
  writeFileSync(file('foreign'), gzipSync('A letter.'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command on a data folder that does not exist. */
function run(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, MARGINALIA_DATA: file('data') };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/marginalia.js', ...words], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('restore', () => {
  it.each([
    ['a file that is not there', ['none'], 3, 'There is no file'],
    ['a file that is none of ours', ['foreign'], 3, 'no backup of Marginalia'],
    ['a file that was cut off', ['cut'], 3, 'ends too early'],
    ['a backup of a later release', ['newer'], 1, 'newer than this program'],
    ['--replace without --yes', ['whole', '--replace'], 2, 'add --yes'],
  ])('refuses %s before it makes anything', (_, [name = '', ...options], status, says) => {
    expect(run('restore', file(name), ...options)).toEqual({ status, stdout: '', stderr: expect.stringContaining(says) });
    expect(existsSync(file('data'))).toBe(false);
  });

  it('--check says that a backup is whole, and what would be done with it', () => {
    const { status, stdout } = run('restore', file('whole'), '--check', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ restored: false, rows: 1, migrated: migrations.slice(1).map(({ name }) => name) });
    expect(existsSync(file('data'))).toBe(false);
  });
});

describe('backup', () => {
  it('makes no empty database where there is none', () => {
    expect(run('backup', file('new'))).toEqual({ status: 3, stdout: '', stderr: expect.stringContaining('There is no instance in') });
    expect(existsSync(file('data'))).toBe(false);
    expect(existsSync(file('new'))).toBe(false);
  });
});
