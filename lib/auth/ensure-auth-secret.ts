import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Sets NEXTAUTH_SECRET for this process where the environment does not: from `<data folder>/auth-secret`, made at the first
 * start and readable by its owner only. Servers on several machines have to be given one secret by the environment.
 */
export async function ensureAuthSecret(dataFolder: string): Promise<void> {
  if (process.env.NEXTAUTH_SECRET) return;
  const path = join(dataFolder, 'auth-secret');
  await mkdir(dataFolder, { recursive: true });
  try {
    await writeFile(path, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  process.env.NEXTAUTH_SECRET = (await readFile(path, 'utf8')).trim();
}
