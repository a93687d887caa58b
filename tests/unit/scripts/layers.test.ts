import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const folders: string[] = [];

/** Runs the check over a small tree and returns what it found. */
function check(files: Readonly<Record<string, string>>): { status: number | null; found: string } {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-layers-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/layers.mjs', folder], { encoding: 'utf8' });
  return { status, found: stderr.trim() };
}

describe('the check of the layers', { timeout: 30_000 }, () => {
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('lets a layer import the ones before it', () => {
    expect(
      check({ 'lib/core/a.ts': 'export const a = 1;', 'lib/letter/b.ts': "import { a } from '@/lib/core/a'; export const b = a;" }),
    ).toEqual({ status: 0, found: '' });
  });

  it('refuses each import against its rule', () => {
    const target = "export const b = '';\nexport type b = string;\n";
    const wrong: readonly (readonly [path: string, text: string, rule: string])[] = [
      ['lib/core/up.ts', "import { b } from '@/lib/letter/b'; export const a = b;", 'lib/core-imports-only-layers-before-it'],
      ['lib/core/lost.ts', "import { b } from './nowhere'; export const a = b;", 'everything-resolves'],
      ['lib/letter/reads.ts', "import { readFileSync } from 'node:fs'; export const a = readFileSync;", 'pure-layers-know-no-machine'],
      [
        'lib/policies/typed.ts',
        "import type { b } from '@/lib/services/b'; export type A = b;",
        'lib/policies-imports-only-layers-before-it',
      ],
      [
        'components/calls.tsx',
        "import { b } from '@/lib/services/b'; export const A = () => <b title={b} />;",
        'components-use-pure-code-only',
      ],
      ['lib/services/draws.ts', "import { b } from '@/components/b'; export const a = b;", 'lib-knows-no-interface'],
      ['server/tests.ts', "import { b } from '@/tests/b'; export const a = b;", 'product-does-not-import-tests'],
    ];
    const right = ['lib/letter/b.ts', 'lib/services/b.ts', 'components/b.tsx', 'tests/b.ts'].map((path) => [path, target] as const);
    const { status, found } = check(Object.fromEntries([...right, ...wrong.map(([path, text]) => [path, text] as const)]));
    const rules = found.split('\n').map((line) => line.replace(/ →.*/, ''));
    expect(rules.sort()).toEqual(wrong.map(([path, , rule]) => `${rule}: ${path}`).sort());
    expect(status).toBe(1);
  });

  it('refuses a pure layer that asks for the time, and lets one speak of it', () => {
    const speaks = { 'lib/core/b.ts': '// never Date.now() here\nexport const b = (at: string) => new Date(at);' };
    expect(check(speaks)).toEqual({ status: 0, found: '' });
    const result = check({ ...speaks, 'lib/core/a.ts': 'export const a = () => Date.now();' });
    expect(result).toEqual({ status: 1, found: expect.stringContaining('lib/core/a.ts asks for the time') });
  });

  it('refuses a cycle', () => {
    const result = check({
      'lib/core/a.ts': "import { b } from './b'; export const a = () => b;",
      'lib/core/b.ts': "import { a } from '@/lib/core/a'; export const b = () => a;",
    });
    expect(result.found).toContain('no-cycles');
    expect(result.status).toBe(1);
  });

  it('lets a component import a type of a service', () => {
    expect(
      check({
        'lib/services/b.ts': 'export interface B { id: string }',
        'components/a.tsx': "import type { B } from '@/lib/services/b'; export const A = ({ id }: B) => <p>{id}</p>;",
      }),
    ).toEqual({ status: 0, found: '' });
  });
});
