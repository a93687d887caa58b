import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDataFolder, checkNode, checkProgram, checkSecret } from '@/cli/doctor/check-machine';
import { checkPort } from '@/cli/doctor/check-port';
import { readSettings } from '@/lib/config/read-settings';
import { listen } from '@/server/listen';

describe('doctor', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'marginalia-doctor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['18.20.0', 'fault'],
    ['20.18.3', 'fault'],
    ['20.19.0', 'ok'],
    ['24.1.0', 'ok'],
  ])('judges Node %s: %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });

  it('accepts a data folder that is there or can be made', () => {
    expect(checkDataFolder(folder).state).toBe('ok');
    expect(checkDataFolder(join(folder, 'new')).detail).toContain('first start makes it');
  });

  it('finds a session secret that others can read, and one that is too short', () => {
    const settings = readSettings({ MARGINALIA_DATA: folder });
    writeFileSync(join(folder, 'auth-secret'), 'x'.repeat(64), { mode: 0o600 });
    expect(checkSecret(settings, {}).state).toBe('ok');
    chmodSync(join(folder, 'auth-secret'), 0o644);
    expect(checkSecret(settings, {})).toMatchObject({ state: 'fault', mend: expect.stringContaining('chmod 600') });
    expect(checkSecret(settings, { NEXTAUTH_SECRET: 'short' }).state).toBe('fault');
  });

  it('finds a port that another program has', async () => {
    const other = createServer((socket) => socket.end('not http'));
    const port = await listen(other, '127.0.0.1', 0);
    const finding = await checkPort(readSettings({ PORT: String(port) }));
    expect(finding).toMatchObject({ state: 'fault', mend: expect.stringContaining(`Port ${port} is taken`) });
    other.close();
  });

  it('does not call a program that only tests need a fault', () => {
    expect(checkProgram('chromium', ['no-such-program-anywhere'], 'tests').state).toBe('optional');
  });
});
