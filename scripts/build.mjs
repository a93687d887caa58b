// Builds the pages for production and notes what they were built from.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, readText, root } from './checkout.mjs';
import { fail } from './fail.mjs';
import { generateIfNeeded } from './generate.mjs';

const STAMP = '.next/marginalia-build';
const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'proxy.ts', 'instrumentation.ts'],
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
];

/** Builds unless the last build was made from these very sources. */
export function buildIfNeeded() {
  if (readText(STAMP) !== hashOf(SOURCES)) build();
}

function build() {
  process.stderr.write('Building the pages …\n');
  const wanted = hashOf(SOURCES);
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0)
    fail(`${stdout}${stderr}\nThe pages could not be built: mend what is named above, or give this user the folder ${root}.`);
  writeFileSync(join(root, STAMP), wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generateIfNeeded();
  if (process.argv.includes('--if-needed')) buildIfNeeded();
  else build();
}
