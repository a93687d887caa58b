import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPlace } from '@/server/check-place';
import { listen } from '@/server/listen';

describe('checkPlace', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'marginalia-place-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the data folder', async () => {
    const { dataFolder } = await checkPlace({ MARGINALIA_DATA: join(folder, 'a', 'b'), PORT: '0' });
    expect(statSync(dataFolder).isDirectory()).toBe(true);
  });

  it('says the way out when the data folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(checkPlace({ MARGINALIA_DATA: join(folder, 'file', 'data'), PORT: '0' })).rejects.toThrow(
      /^The data folder .*file\/data cannot be written by this user: .*MARGINALIA_DATA\.$/,
    );
  });

  it('says the way out when the port is taken', async () => {
    const other = createServer();
    const port = await listen(other, '127.0.0.1', 0);
    await expect(checkPlace({ MARGINALIA_DATA: folder, PORT: String(port) })).rejects.toThrow(
      `Port ${port} is taken by another program: stop that program, or choose another port, e.g. PORT=${port + 1} npm start.`,
    );
    other.close();
  });

  it('says the way out when this machine has no such address', async () => {
    await expect(checkPlace({ MARGINALIA_DATA: folder, PORT: '0', HOST: '192.0.2.1' })).rejects.toThrow(
      /has no address 192\.0\.2\.1: set HOST/,
    );
  });
});
