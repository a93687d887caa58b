import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Sets NEXTAUTH_SECRET for this process where the environment does not: from `<data folder>/auth-secret`, made at the first
 * start and readable by its owner only. Servers on several machines have to be given one secret by the environment.
 */
export async function ensureAuthSecret(dataFolder: string): Promise<void> {
  if (process.env.NEXTAUTH_SECRET) return;
  const path = join(dataFolder, 'auth-secret');
  process.env.NEXTAUTH_SECRET = (await readSecret(path)) ?? (await makeSecret(dataFolder, path));
}

/** Of several that start together one makes the file, whole at once, and all use it. */
async function makeSecret(dataFolder: string, path: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
    await link(draft, path).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

async function readSecret(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim() || null;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
