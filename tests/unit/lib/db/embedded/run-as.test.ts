import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canReach } from '@/lib/db/embedded/run-as';

const stranger = { uid: 4_000_001, gid: 4_000_001 };

describe('canReach', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'marginalia-reach-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'inner'), { mode: 0o755 });
    file = join(folder, 'inner', 'file');
    writeFileSync(file, '', { mode: 0o644 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is true for what everybody may read', () => {
    expect(canReach(file, stranger)).toBe(true);
    expect(canReach(join(folder, 'inner'), stranger)).toBe(true);
  });

  it('is false when any folder above keeps others out', () => {
    chmodSync(folder, 0o700);
    expect(canReach(file, stranger)).toBe(false);
  });

  it('needs no more of the folders above than to pass through', () => {
    chmodSync(folder, 0o711);
    expect(canReach(file, stranger)).toBe(true);
    expect(canReach(folder, stranger)).toBe(false);
  });

  it('judges by the owner’s bits for the owner', () => {
    chmodSync(file, 0o600);
    expect(canReach(file, stranger)).toBe(false);
    expect(canReach(file, { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 })).toBe(true);
  });

  it('is false for what does not exist', () => {
    expect(canReach(join(folder, 'none'), stranger)).toBe(false);
  });
});
