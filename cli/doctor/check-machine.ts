import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/lib/config/read-settings';
import type { Finding } from './finding';

/** Node as package.json asks for it. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const detail = `Node ${version}`;
  return major > 20 || (major === 20 && minor >= 19)
    ? { name: 'node', state: 'ok', detail }
    : { name: 'node', state: 'fault', detail, mend: 'Install Node 20.19 or newer.' };
}

/** The data folder can be written, or made. */
export function checkDataFolder(folder: string): Finding {
  const name = 'data folder';
  try {
    if (!existsSync(folder)) return { name, state: 'ok', detail: `${folder} does not exist yet; the first start makes it.` };
    accessSync(folder, constants.W_OK | constants.X_OK);
    return { name, state: 'ok', detail: folder };
  } catch {
    return {
      name,
      state: 'fault',
      detail: `${folder} cannot be written`,
      mend: 'Give this user the folder, or name another with MARGINALIA_DATA.',
    };
  }
}

/** The secret that sessions are sealed with is set, or kept where nobody else reads it. */
export function checkSecret(settings: Settings, environment: Readonly<Record<string, string | undefined>>): Finding {
  const name = 'session secret';
  if (environment.NEXTAUTH_SECRET) {
    return environment.NEXTAUTH_SECRET.length >= 32
      ? { name, state: 'ok', detail: 'NEXTAUTH_SECRET is set.' }
      : {
          name,
          state: 'fault',
          detail: 'NEXTAUTH_SECRET is short',
          mend: 'Give it 32 random characters or more: openssl rand -base64 48.',
        };
  }
  if (settings.redisUrl) {
    const detail =
      'NEXTAUTH_SECRET is not set, and REDIS_URL speaks of several processes: on several machines each would have a secret of its own.';
    return { name, state: 'optional', detail, mend: 'Set one NEXTAUTH_SECRET for all of them: openssl rand -base64 48.' };
  }
  const file = join(settings.dataFolder, 'auth-secret');
  if (!existsSync(file)) return { name, state: 'ok', detail: 'The first start makes one in the data folder.' };
  return (statSync(file).mode & 0o077) === 0 || process.platform === 'win32'
    ? { name, state: 'ok', detail: file }
    : { name, state: 'fault', detail: `${file} can be read by others`, mend: `chmod 600 ${file}` };
}

/** A program that only tests or some checks need. */
export function checkProgram(name: string, candidates: readonly string[], purpose: string): Finding {
  const found = candidates.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0);
  return found
    ? { name, state: 'ok', detail: found }
    : {
        name,
        state: 'optional',
        detail: `not found; ${purpose}`,
        mend: 'On Debian `npm test` installs it; elsewhere install it and put it on PATH.',
      };
}
