import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkAddress } from '@/cli/doctor/check-address';
import { checkDisk } from '@/cli/doctor/check-disk';
import { checkDataFolder, checkNode, checkProgram, checkSecret } from '@/cli/doctor/check-machine';
import { checkPort } from '@/cli/doctor/check-port';
import { checkReach } from '@/cli/doctor/check-reach';
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
    expect(checkSecret({ ...settings, redisUrl: 'redis://localhost' }, {}).state).toBe('optional');
  });

  it('finds a port that another program has', async () => {
    const other = createServer((socket) => socket.end('not http'));
    const port = await listen(other, '127.0.0.1', 0);
    const finding = await checkPort(readSettings({ PORT: String(port) }));
    expect(finding).toMatchObject({ state: 'fault', mend: expect.stringContaining(`Port ${port} is taken`) });
    other.close();
  });

  it.each([
    [0.4e9, 'fault'],
    [3e9, 'optional'],
    [80e9, 'ok'],
  ])('judges a disk with %i bytes free: %s', (free, state) => {
    expect(checkDisk(folder, free).state).toBe(state);
    expect(checkDisk(join(folder, 'not', 'made', 'yet')).detail).toContain('GB free');
  });

  it.each([
    ['this machine alone', {}, 'ok'],
    ['a proxy that speaks https and is trusted', { NEXTAUTH_URL: 'https://letters.example', TRUST_PROXY: 'yes' }, 'ok'],
    ['a proxy that is not trusted', { NEXTAUTH_URL: 'https://letters.example' }, 'fault'],
    ['other machines, without https', { HOST: '0.0.0.0' }, 'optional'],
  ])('judges an address for %s', (_, environment, state) => {
    expect(checkAddress(readSettings(environment)).state).toBe(state);
  });

  it('asks whether Redis and the mail server answer, and shows no password', async () => {
    const redis = createServer();
    const port = await listen(redis, '127.0.0.1', 0);
    const environment = {
      REDIS_URL: `redis://:hush@127.0.0.1:${port}`,
      SMTP_URL: 'smtp://me:hush@127.0.0.1:1',
      MAIL_FROM: 'm@example.test',
    };
    const findings = await checkReach(readSettings(environment));
    redis.close();
    expect(findings.map(({ name, state }) => [name, state])).toEqual([
      ['redis', 'ok'],
      ['mail server', 'fault'],
    ]);
    expect(JSON.stringify(findings)).not.toContain('hush');
    expect(await checkReach(readSettings({}))).toEqual([]);
  });

  it('tells of a setting that cannot be meant, and goes on', () => {
    const { status, stdout } = spawnSync(process.execPath, ['cli/marginalia.js', 'doctor', '--json'], {
      encoding: 'utf8',
      env: { ...process.env, PORT: '99999' },
    });
    expect(status).toBe(1);
    const { healthy, findings } = JSON.parse(stdout);
    expect(healthy).toBe(false);
    expect(findings.map(({ name }: { name: string }) => name)).toEqual(['node', 'settings', 'chromium', 'libreoffice']);
  });

  it('does not call a program that only tests need a fault', () => {
    expect(checkProgram('chromium', ['no-such-program-anywhere'], 'tests').state).toBe('optional');
  });
});
