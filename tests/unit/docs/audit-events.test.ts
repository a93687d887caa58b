import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = 'lib/review/audit';

/** Every event type that the sources define. */
const defined = readdirSync(FOLDER)
  .filter((name) => name.endsWith('-events.ts'))
  .flatMap((name) => [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/type: '([a-z-]+\.[a-z-]+)'/g)].map((match) => match[1] ?? ''));

/** Every event type in the first column of the table. */
const documented = readFileSync('docs/audit-events.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([a-z-]+\.[a-z-]+)`/g)].map((match) => match[1] ?? ''));

it('lists every event of the audit log, and no other, in docs/audit-events.md', () => {
  expect(defined.length).toBeGreaterThan(20);
  expect([...documented].sort()).toEqual([...new Set(defined)].sort());
});
