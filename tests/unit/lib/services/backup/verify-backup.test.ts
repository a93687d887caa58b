import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTarHeader } from '@/lib/services/backup/tar-header';
import { verifyBackup } from '@/lib/services/backup/verify-backup';
import { manifestOf, partsOf, writeBackup } from '@/tests/support/backup-file';

const TABLES = { Firm: 'one\ntwo\n', Letter: `${'a letter\n'.repeat(200)}` };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marginalia-backup-'));
  path = join(folder, 'backup.tar.gz');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (): Promise<{ code: string; message: string }> =>
  verifyBackup(path).then(
    () => ({ code: 'none', message: '' }),
    (error) => ({ code: error.code, message: error.message }),
  );

describe('a backup', () => {
  it('that is whole gives its manifest', async () => {
    await writeBackup(path, partsOf(TABLES));
    expect(await verifyBackup(path)).toEqual(manifestOf(TABLES));
  });

  it('is refused wherever it was cut off', async () => {
    await writeBackup(path, partsOf(TABLES));
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length += 7) {
      writeFileSync(path, whole.subarray(0, length));
      expect(await refusal(), `${length} bytes`).toMatchObject({ code: 'UNREADABLE_FILE' });
    }
    writeFileSync(path, whole.subarray(0, whole.length - 9));
    expect((await refusal()).message).toContain('ends too early');
  });

  it('is refused whichever of its packed bytes is another', async () => {
    await writeBackup(path, partsOf(TABLES));
    const whole = readFileSync(path);
    // the first ten bytes are gzip's head, whose date and system mean nothing
    for (let index = 10; index < whole.length; index += 5) {
      const changed = Buffer.from(whole);
      changed[index] = (changed[index]! + 1) % 256;
      writeFileSync(path, changed);
      expect((await refusal()).code, `byte ${index}`).not.toBe('none');
    }
  });

  it.each([
    ['a table has other bytes', partsOf({ ...TABLES, Firm: 'one\nbut\n' }, manifestOf(TABLES)), /the table Firm is not what was written/],
    ['a table is missing', partsOf({ Firm: TABLES.Firm }, manifestOf(TABLES)), /the table Letter is not what was written/],
    ['a table is one too many', partsOf({ ...TABLES, Other: 'x\n' }, manifestOf(TABLES)), /does not know the table Other/],
    ['its manifest is missing', partsOf(TABLES).slice(0, -1), /its manifest is missing/],
    [
      'its manifest is of another',
      partsOf(TABLES).with(-1, partsOf(TABLES, manifestOf(TABLES, { id: '99999999-2222-4333-8444-555555555555' })).at(-1)!),
      /its manifest is missing/,
    ],
    [
      'its manifest is no manifest',
      partsOf(TABLES).with(-1, { name: 'manifest.json', bytes: Buffer.from('{}') }),
      /its manifest cannot be read/,
    ],
    ['something follows', [...partsOf(TABLES), { name: 'more', bytes: Buffer.from('x') }], /something follows the manifest/],
    [
      'a part has a foreign name',
      partsOf(TABLES).with(1, { name: '../../etc/passwd', bytes: Buffer.from('x') }),
      /stands where it does not belong/,
    ],
  ])('is refused where %s', async (_, parts, message) => {
    await writeBackup(path, parts);
    expect(await refusal()).toEqual({ code: 'UNREADABLE_FILE', message: expect.stringMatching(message) });
  });

  it('of a later form is refused with what to do', async () => {
    await writeBackup(path, partsOf(TABLES, manifestOf(TABLES, { format: 2 as 1 })));
    expect(await refusal()).toEqual({
      code: 'CHECK_FAILED',
      message: 'The backup has form 2, and this release reads 1: update the program, then restore.',
    });
  });

  it.each([
    ['nothing', ''],
    ['text', 'A letter.'],
    ['packed text', gzipSync('A letter. '.repeat(200))],
    ['a short packed text', gzipSync('x')],
    ['another archive', gzipSync(Buffer.concat([writeTarHeader('readme.md', 3, new Date(0)), Buffer.alloc(1536)]))],
  ])('is not taken for one where the file is %s', async (_, content) => {
    writeFileSync(path, content);
    expect(await refusal()).toEqual({ code: 'UNREADABLE_FILE', message: expect.stringContaining('no backup of Marginalia') });
  });

  it('that unpacks to far more than itself is refused before it fills anything', async () => {
    await writeBackup(path, partsOf(TABLES));
    const head = gunzipSync(readFileSync(path)).subarray(0, 1024);
    const part = Buffer.concat([writeTarHeader('tables/Firm/000000.copy', 4 * 1024 * 1024, new Date(0)), Buffer.alloc(4 * 1024 * 1024)]);
    writeFileSync(path, gzipSync(Buffer.concat([head, ...Array.from({ length: 40 }, () => part)])));
    expect((await refusal()).code).toBe('UNREADABLE_FILE');
    const ordinals = Array.from({ length: 40 }, (_, index) =>
      Buffer.concat([
        writeTarHeader(`tables/Firm/${String(index).padStart(6, '0')}.copy`, 4 * 1024 * 1024, new Date(0)),
        part.subarray(512),
      ]),
    );
    writeFileSync(path, gzipSync(Buffer.concat([head, ...ordinals])));
    expect(await refusal()).toEqual({ code: 'TOO_LARGE', message: expect.stringContaining('250 times') });
  });

  it('with a part that is larger than any is refused by its head alone', async () => {
    writeFileSync(path, gzipSync(Buffer.concat([writeTarHeader('marginalia-backup.json', 8 ** 11 - 1, new Date(0)), Buffer.alloc(512)])));
    expect((await refusal()).code).toBe('TOO_LARGE');
  });
});
