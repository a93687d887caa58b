import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureAuthSecret } from '@/lib/auth/ensure-auth-secret';

let folder: string;
const given = process.env.NEXTAUTH_SECRET;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marginalia-secret-'));
  delete process.env.NEXTAUTH_SECRET;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (given === undefined) delete process.env.NEXTAUTH_SECRET;
  else process.env.NEXTAUTH_SECRET = given;
});

describe('ensureAuthSecret', () => {
  it('makes a secret that only its owner reads, and keeps it over starts', async () => {
    await ensureAuthSecret(join(folder, 'data'));
    const made = process.env.NEXTAUTH_SECRET;
    expect(made).toMatch(/^[\w-]{64}$/);
    expect(statSync(join(folder, 'data', 'auth-secret')).mode & 0o777).toBe(0o600);
    delete process.env.NEXTAUTH_SECRET;
    await ensureAuthSecret(join(folder, 'data'));
    expect(process.env.NEXTAUTH_SECRET).toBe(made);
  });

  it('leaves the secret of the environment alone and writes nothing then', async () => {
    process.env.NEXTAUTH_SECRET = 'from outside';
    await ensureAuthSecret(folder);
    expect(process.env.NEXTAUTH_SECRET).toBe('from outside');
    expect(() => readFileSync(join(folder, 'auth-secret'))).toThrow();
  });

  it('gives processes that start together one secret', async () => {
    await Promise.all([ensureAuthSecret(folder), ensureAuthSecret(folder), ensureAuthSecret(folder)]);
    expect(process.env.NEXTAUTH_SECRET).toBe(readFileSync(join(folder, 'auth-secret'), 'utf8'));
  });
});
