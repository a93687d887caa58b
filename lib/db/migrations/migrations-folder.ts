import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the program's own files. */
export const PROGRAM_ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** prisma/migrations of this release. */
export const MIGRATIONS_FOLDER = join(PROGRAM_ROOT, 'prisma', 'migrations');
