// Writes the Prisma client into lib/generated/prisma from prisma/schema.prisma.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, readText, root } from './checkout.mjs';
import { fail } from './fail.mjs';

const STAMP = 'lib/generated/prisma/.stamp';
const SOURCES = ['prisma/schema.prisma', 'node_modules/prisma/package.json'];

/** Generates the client unless it was generated from this very schema. */
export function generateIfNeeded() {
  if (readText(STAMP) !== hashOf(SOURCES)) generate();
}

function generate() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Prisma looks for its native engine although generating does not use it; any file that exists satisfies it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (status !== 0) {
    fail(
      `${stdout}${stderr}\nThe database client could not be written to lib/generated: mend what is named above, or give this user the folder ${root}.`,
    );
  }
  writeFileSync(join(root, STAMP), hashOf(SOURCES));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
