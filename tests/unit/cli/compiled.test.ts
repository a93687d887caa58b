import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../../..');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'marginalia-compiled-'));
  for (const name of ['lib', 'cli', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const list = async () =>
  (await run(process.execPath, [join(copy, 'cli/marginalia.js'), 'frameworks', 'list', '--json'], { cwd: tmpdir() })).stdout;
const builds = () => readdirSync(join(copy, '.cache/cli')).filter((name) => /^\d+-[0-9a-f]+$/.test(name));

describe('the compiled command line', () => {
  it('falls back to the sources where no bundle can be kept', async () => {
    writeFileSync(join(copy, '.cache'), 'in the way');
    expect(JSON.parse(await list()).frameworks.length).toBeGreaterThan(0);
    rmSync(join(copy, '.cache'));
  });

  it('is built by two first uses at once, both of which answer', async () => {
    const [one, other] = await Promise.all([list(), list()]);
    expect(JSON.parse(one).frameworks.length).toBeGreaterThan(0);
    expect(other).toBe(one);
    expect(builds().length).toBeGreaterThan(0);
  });

  it('is used again as long as no source changes, and built again after', async () => {
    const before = builds();
    await list();
    expect(builds()).toEqual(before);
    utimesSync(join(copy, 'cli/main.ts'), new Date('2026-01-01'), new Date('2026-01-01'));
    await list();
    expect(builds().length).toBe(before.length + 1);
  });

  it('leaves commands of the instance to the sources', async () => {
    const before = builds();
    const { stderr } = await run(process.execPath, [join(copy, 'cli/marginalia.js'), 'letter', 'list', '--no-such-option']).catch(
      (error: { stderr: string }) => error,
    );
    expect(stderr).toContain('unknown option');
    expect(builds()).toEqual(before);
  });
});
